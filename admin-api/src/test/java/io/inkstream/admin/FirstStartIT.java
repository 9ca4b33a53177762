package io.inkstream.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A new installation is asked before its projector has done anything. */
class FirstStartIT {
    private static RunningAdmin admin;

    @BeforeAll
    static void startWithoutAProjector() {
        admin = RunningAdmin.start(Map.of("inkstream.admin.projector.threads", "0"));
    }

    @AfterAll
    static void stop() {
        admin.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/leads",
                "/api/outbound?phone=447700900123",
                "/api/dead-letters",
                "/api/events",
                "/api/funnel",
                "/api/parse-health",
                "/api/slot-parse-stats",
                "/api/replay/projections"
            })
    void question_isAnsweredWithNothing(String path) {
        assertThat(admin.api().get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/leads/none", "/api/commands/none", "/api/dead-letters/none"})
    void question_aboutSomethingUnknown_isAnsweredWith404(String path) {
        assertThat(admin.api().get(path).status()).isEqualTo(404);
    }
}
