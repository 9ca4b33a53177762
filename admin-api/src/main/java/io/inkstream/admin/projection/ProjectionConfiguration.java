package io.inkstream.admin.projection;

import io.inkstream.admin.kafka.LogClients;
import io.inkstream.schemas.BusinessClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProjectorProperties.class)
class ProjectionConfiguration {

    @Bean
    ProjectionSchemas projectionSchemas(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new ProjectionSchemas(jdbc, new TransactionTemplate(transactions));
    }

    /** Before the first request: what is asked for must exist, however long Kafka keeps the projector waiting. */
    @Bean
    InitializingBean firstProjection(ProjectionSchemas schemas) {
        return schemas::liveOrFirst;
    }

    @Bean
    ChangeFeed changeFeed(DataSource database) {
        return new ChangeFeed(database);
    }

    @Bean
    ProjectorStatus projectorStatus(MeterRegistry meters) {
        var status = new ProjectorStatus();
        Gauge.builder("inkstream.projection.lag", status, ProjectorStatus::lagTotal)
                .description("records of the log that this instance has yet to project")
                .register(meters);
        return status;
    }

    @Bean
    HealthIndicator projectionHealthIndicator(ProjectorStatus status) {
        return new ProjectionHealth(status);
    }

    /** Makes the writer of a live projection; every instance names itself in the offsets. */
    @Bean
    LiveWriters liveWriters(
            DataSource database,
            ChangeFeed feed,
            Producer<String, byte[]> producer,
            BusinessClock clock,
            MeterRegistry meters) {
        var owner = LogClients.SERVICE + "-" + UUID.randomUUID();
        var commits = new LiveCommits(feed, producer, clock, meters);
        return projection -> new PartitionWriter(database, clock, projection.schema(), owner, commits);
    }

    @Bean
    ProjectorThreads projectorThreads(
            LogClients clients,
            ProjectionSchemas schemas,
            LiveWriters writers,
            ProjectorProperties settings,
            ProjectorStatus status) {
        return new ProjectorThreads(clients, schemas, writers, settings, status);
    }

    /** Named, so that the container finds it by type. */
    interface LiveWriters extends Function<ProjectionSchema, PartitionWriter> {}
}
