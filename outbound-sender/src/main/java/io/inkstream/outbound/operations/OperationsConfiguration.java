package io.inkstream.outbound.operations;

import io.inkstream.outbound.Secret;
import io.inkstream.outbound.delivery.LinkProperties;
import io.inkstream.outbound.delivery.NumberHolding;
import io.inkstream.outbound.delivery.OperatorDecisions;
import io.inkstream.outbound.delivery.SendGate;
import io.inkstream.outbound.kafka.Assignments;
import io.inkstream.outbound.whatsapp.WhatsAppProperties;
import io.inkstream.schemas.BusinessClock;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationsConfiguration.ClockProperties.class)
class OperationsConfiguration {
    private static final String STANDALONE = "standalone";

    /** {@code offset}: how far ahead of the real clock business starts. */
    @ConfigurationProperties("inkstream.clock")
    record ClockProperties(@DefaultValue("PT0S") Duration offset) {}

    @Bean
    BusinessClock businessClock(ClockProperties properties) {
        return new BusinessClock(properties.offset());
    }

    @Bean
    @Profile(STANDALONE)
    BusinessClockEndpoint businessClockEndpoint(BusinessClock clock) {
        return new BusinessClockEndpoint(clock);
    }

    @Bean
    NumberHoldsEndpoint numberHoldsEndpoint(NumberHolding holding) {
        return new NumberHoldsEndpoint(holding);
    }

    @Bean
    UncertainEndpoint uncertainEndpoint(OperatorDecisions decisions) {
        return new UncertainEndpoint(decisions);
    }

    @Bean
    SenderHealth senderHealthIndicator(Assignments assignments, SendGate gate) {
        return new SenderHealth(assignments, gate);
    }

    @Bean
    InitializingBean publicSecretsRefused(
            Environment environment, WhatsAppProperties whatsApp, LinkProperties links, DataSourceProperties database) {
        var password = database.getPassword() == null ? "" : database.getPassword();
        return () -> PublicSecrets.refuse(
                environment.acceptsProfiles(Profiles.of(STANDALONE)),
                Map.of(
                        "inkstream.sender.whatsapp.access-token", whatsApp.accessToken(),
                        "inkstream.sender.links.key", links.key(),
                        "spring.datasource.password", new Secret(password)));
    }
}
