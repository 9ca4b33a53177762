package io.inkstream.admin.replay;

import io.inkstream.admin.kafka.LogClients;
import io.inkstream.admin.projection.ChangeFeed;
import io.inkstream.admin.projection.ProjectionSchemas;
import io.inkstream.schemas.BusinessClock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {

    @Bean
    ReplayDesk replayDesk(
            DataSource database,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ProjectionSchemas schemas,
            LogClients clients,
            ChangeFeed feed,
            BusinessClock clock,
            ReplayStore store) {
        return new ReplayDesk(
                new RebuildTools(database, jdbc, new TransactionTemplate(transactions), schemas, clients, feed, clock),
                store);
    }
}
