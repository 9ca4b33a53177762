package io.inkstream.conversation.streams;

import io.inkstream.schemas.topics.TopicCreation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Refuses a cluster whose topics are not as the catalogue says: with unequal partition counts keys would not meet. */
final class TopicCheck {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int REQUEST_TIMEOUT_MS = 5_000;

    private final Map<String, Object> settings = new HashMap<>();
    private final Duration patience;

    /** @param patience topics may be created, or Kafka started, at the same time as this service */
    TopicCheck(KafkaProperties kafka, String clientId, Duration patience) {
        this.patience = patience;
        settings.putAll(kafka.properties());
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap());
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, clientId + "-topic-check");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        settings.put(AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
    }

    /** Throws IllegalStateException that names every problem, when they remain. */
    void requireTopics() {
        var deadline = System.nanoTime() + patience.toNanos();
        try (var admin = Admin.create(settings)) {
            while (true) {
                var problems = problems(admin);
                if (problems.isEmpty()) {
                    return;
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new IllegalStateException("the processor cannot start: " + String.join("; ", problems));
                }
                pause();
            }
        }
    }

    private List<String> problems(Admin admin) {
        try {
            return TopicCreation.problems(admin);
        } catch (IllegalStateException e) {
            return List.of(settings.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG) + ": " + e.getMessage());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the topics", e);
        }
    }
}
