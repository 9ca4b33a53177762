package io.inkstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.cli.StubAdminApi.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsCommandTest {
    @Test
    void cleanup_saysHowManyWereRemoved() {
        try (var api = new StubAdminApi(new Answer(200, "{\"deleted\": 12, \"retentionDays\": 90}"))) {
            var run = CommandRun.of("events", "cleanup", "--admin", api.url(), "--api-key", "k1");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).containsExactly("removed 12 events older than 90 days");
            assertThat(api.requests()).containsExactly("POST /api/events/retention-cleanup k1 {\"retentionDays\":90}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5"})
    void cleanup_thatWouldRemoveEverything_isNotEvenAsked(String days) {
        try (var api = new StubAdminApi(new Answer(200, "{}"))) {
            var run = CommandRun.of("events", "cleanup", "--days=" + days, "--admin", api.url());

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("--days must be 1 or more");
            assertThat(api.requests()).isEmpty();
        }
    }
}
