package io.inkstream.admin;

import io.inkstream.admin.kafka.LogClients;
import io.inkstream.schemas.topics.TopicCreation;
import org.springframework.beans.factory.InitializingBean;

/** Refuses to start on a cluster whose topics are missing or partitioned differently: one conversation would go to two places. */
final class LogCheck implements InitializingBean {
    private final LogClients clients;

    LogCheck(LogClients clients) {
        this.clients = clients;
    }

    @Override
    public void afterPropertiesSet() {
        try (var admin = clients.admin()) {
            var problems = TopicCreation.problems(admin);
            if (!problems.isEmpty()) {
                throw new IllegalStateException("Kafka is not ready for the pipeline: " + String.join("; ", problems));
            }
        }
    }
}
