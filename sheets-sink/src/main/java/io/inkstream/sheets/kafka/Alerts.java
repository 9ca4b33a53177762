package io.inkstream.sheets.kafka;

import io.inkstream.schemas.BusinessClock;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.system.SystemEvent.Level;
import io.inkstream.schemas.topics.Topics;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

/** Tells operators on {@code system.events.v1}. An alert that cannot be sent is logged, and the work goes on. */
public final class Alerts {
    private static final Logger log = LoggerFactory.getLogger(Alerts.class);

    private final KafkaOperations<String, byte[]> kafka;
    private final BusinessClock clock;

    Alerts(KafkaOperations<String, byte[]> kafka, BusinessClock clock) {
        this.kafka = kafka;
        this.clock = clock;
    }

    /**
     * Raises one alert.
     *
     * @param details no phone number, name or message text
     */
    public void raise(Level level, String name, String studio, @Nullable String leadId, Map<String, String> details) {
        var event = new SystemEvent(
                UUID.randomUUID().toString(), clock.instant(), level, name, studio, leadId, null, details);
        try {
            var _ = kafka.send(Topics.SYSTEM_EVENTS.name(), Json.write(event)).whenComplete((_, problem) -> {
                if (problem != null) {
                    unsent(name, problem);
                }
            });
        } catch (KafkaException e) { // no broker known at all
            unsent(name, e);
        }
    }

    private static void unsent(String name, Throwable problem) {
        log.atWarn().addKeyValue("alert", name).setCause(problem).log("alert could not be sent");
    }
}
