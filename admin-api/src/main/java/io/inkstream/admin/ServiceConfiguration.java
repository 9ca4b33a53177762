package io.inkstream.admin;

import io.inkstream.admin.kafka.LogClients;
import io.inkstream.schemas.BusinessClock;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What several parts of the service share: the clock and the connection to the log. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaProperties.class)
class ServiceConfiguration {

    @Bean
    BusinessClock businessClock(ClockProperties settings) {
        return new BusinessClock(settings.offset());
    }

    @Bean
    LogClients logClients(KafkaProperties settings) {
        return new LogClients(settings);
    }

    @Bean
    LogCheck logCheck(LogClients clients) {
        return new LogCheck(clients);
    }

    @Bean(destroyMethod = "close")
    Producer<String, byte[]> producer(LogClients clients) {
        return clients.producer();
    }
}
