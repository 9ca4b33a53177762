package io.inkstream.outbound.ledger;

import io.inkstream.outbound.Aftermath;
import io.inkstream.schemas.BusinessClock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerProperties.class)
class LedgerConfiguration {

    @Bean
    Ledger ledger(DataSource dataSource, BusinessClock clock, LedgerProperties properties, Aftermath aftermath) {
        return new Ledger(new LedgerDatabase(dataSource), clock, properties, aftermath);
    }

    @Bean
    NumberHolds numberHolds(DataSource dataSource) {
        return new NumberHolds(new LedgerDatabase(dataSource));
    }

    @Bean
    TemplateBlocks templateBlocks(DataSource dataSource) {
        return new TemplateBlocks(new LedgerDatabase(dataSource));
    }

    @Bean
    RateLeases rateLeases(DataSource dataSource) {
        return new RateLeases(new LedgerDatabase(dataSource));
    }
}
