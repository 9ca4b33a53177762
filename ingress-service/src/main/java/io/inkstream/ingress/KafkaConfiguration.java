package io.inkstream.ingress;

import io.inkstream.ingress.identity.IdentityTable;
import io.inkstream.ingress.publish.PublishProperties;
import io.inkstream.ingress.publish.Publisher;
import io.inkstream.ingress.studios.StudioDirectory;
import io.inkstream.ingress.tables.TableFollower;
import io.inkstream.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The Kafka clients: one producer, one reader of tables, one admin client for checks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KafkaProperties.class, PublishProperties.class})
class KafkaConfiguration {
    /** A check waits no longer than a probe would. */
    private static final int ADMIN_TIMEOUT_MS = 2_000;

    @Bean
    IdentityTable identityTable(MeterRegistry meters) {
        return meters.gauge("inkstream.ingress.identity.aliases", new IdentityTable(), IdentityTable::size);
    }

    @Bean
    StudioDirectory studioDirectory(MeterRegistry meters) {
        return meters.gauge("inkstream.ingress.studios", new StudioDirectory(), StudioDirectory::size);
    }

    @Bean
    Publisher publisher(KafkaProperties kafka, PublishProperties properties, MeterRegistry meters) {
        return new Publisher(named(kafka.buildProducerProperties(), "inkstream-ingress"), properties, meters);
    }

    @Bean
    TableFollower tableFollower(
            KafkaProperties kafka, IdentityTable identities, StudioDirectory studios, MeterRegistry meters) {
        return new TableFollower(
                named(kafka.buildConsumerProperties(), "inkstream-ingress-tables"),
                Map.of(Topics.IDENTITY.name(), identities::apply, Topics.STUDIO_CONFIG.name(), studios::apply),
                meters);
    }

    @Bean
    Admin admin(KafkaProperties kafka) {
        var settings = named(kafka.buildAdminProperties(), "inkstream-ingress-checks");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MS);
        return Admin.create(settings);
    }

    private static Map<String, Object> named(Map<String, Object> settings, String clientId) {
        var named = new HashMap<>(settings);
        named.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        return named;
    }
}
