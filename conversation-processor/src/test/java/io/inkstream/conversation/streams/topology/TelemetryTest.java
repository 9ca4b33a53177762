package io.inkstream.conversation.streams.topology;

import static io.inkstream.conversation.streams.topology.Incoming.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.system.SystemEvent.Level;
import io.inkstream.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How well clients are understood, and where they stop, can be counted. */
class TelemetryTest {
    private final Consultation studio = new Consultation();

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void answers_areCountedByOutcomeFieldRuleAndLocale() {
        studio.says(ANA, "hi", "A fine line dragon curling round my arm", "left forearm", "banana", "10x15cm");

        assertThat(parsed("success", "dimensions", "en-GB")).isEqualTo(1);
        assertThat(parsed("repair", "dimensions", "en-GB")).isEqualTo(1);
        assertThat(parsed("reject", "dimensions", "en-GB")).isZero();
        assertThat(studio.topology
                        .metrics
                        .get("inkstream.conversation.parse")
                        .tags("outcome", "success", "field", "dimensions")
                        .counter()
                        .getId()
                        .getTag("rule"))
                .startsWith("size.");
    }

    @Test
    void thirdMiss_isARejectAndAHandover_andEachMissIsASystemEventWithoutTheWords() {
        studio.says(ANA, "hi", "A fine line dragon curling round my arm", "left forearm", "banana", "purple", "kiwi");

        assertThat(parsed("reject", "dimensions", "en-GB")).isEqualTo(1);
        assertThat(studio.topology.count("inkstream.conversation.handovers")).isEqualTo(1);
        var events = systemEvents();
        assertThat(events)
                .extracting(SystemEvent::name)
                .containsExactly("parse.repair", "parse.repair", "parse.reject");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.level()).isEqualTo(Level.INFO);
            assertThat(event.details())
                    .containsEntry("field", "dimensions")
                    .containsEntry("locale", "en-GB")
                    .containsKeys("rule", "attempt");
            assertThat(event.leadId()).isEqualTo(studio.lead(ANA).leadId());
            assertThat(event.correlationId()).isNotBlank();
            assertThat(event.details().toString()).doesNotContain("banana", "purple", "kiwi");
        });
    }

    @Test
    void spanishClient_isCountedInSpanish() {
        studio.says(ANA, "hola, quiero un tatuaje", "un lobo aullando a la luna");

        assertThat(parsed("success", "idea", "es")).isEqualTo(1);
    }

    @Test
    void staleCommand_isAConflict() {
        studio.says(ANA, "hi").commands(ANA, new LeadAction.Reject("no"), 99);

        assertThat(studio.topology.count("inkstream.conversation.conflicts")).isEqualTo(1);
        assertThat(systemEvents()).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("atomic_update.conflict");
            assertThat(event.level()).isEqualTo(Level.WARN);
            assertThat(event.details()).containsEntry("operation", "reject").containsEntry("reason", "STALE_VERSION");
        });
    }

    @Test
    void guardsAndDropOff_areCounted() {
        studio.says(ANA, "hi", "A fine line dragon curling round my arm", "10x15cm");
        assertThat(studio.topology
                        .metrics
                        .get("inkstream.conversation.guards")
                        .tag("rule", "guard.wrong-field")
                        .counter()
                        .count())
                .isEqualTo(1);

        for (int hours = 0; hours < 60; hours++) {
            studio.after(Duration.ofHours(1));
        }

        assertThat(studio.topology
                        .metrics
                        .get("inkstream.conversation.dropoff")
                        .tag("question", "placement")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private double parsed(String outcome, String field, String locale) {
        return studio
                .topology
                .metrics
                .find("inkstream.conversation.parse")
                .tags("outcome", outcome, "field", field, "locale", locale)
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private List<SystemEvent> systemEvents() {
        return studio.topology.values(Topics.SYSTEM_EVENTS);
    }
}
