package io.inkstream.ingress;

import io.inkstream.ingress.publish.Publisher;
import io.inkstream.ingress.studios.StudioDirectory;
import io.inkstream.ingress.tables.TableFollower;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From the start of the process to the first webhook. */
@Configuration(proxyBeanMethods = false)
class ReadinessConfiguration {

    @Bean
    Readiness readiness(StudioDirectory studios) {
        return new Readiness(studios);
    }

    @Bean
    Preparation preparation(Admin admin, Publisher publisher, TableFollower tables, Readiness readiness) {
        return new Preparation(admin, publisher, tables, readiness);
    }

    /** The {@code ingress} member of the readiness group. */
    @Bean("ingress")
    HealthIndicator ingressHealth(Readiness readiness, Admin admin) {
        return new IngressHealth(readiness, admin);
    }
}
