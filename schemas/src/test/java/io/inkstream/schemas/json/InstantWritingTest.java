package io.inkstream.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantWritingTest {

    @Test
    void instant_isWrittenAsJavaDoes() {
        var random = new Random(26);
        for (var run = 0; run < 20_000; run++) {
            var precision = new int[] {1, 1_000, 1_000_000, 1_000_000_000}[random.nextInt(4)];
            var nanos = random.nextInt(1_000_000_000) / precision * precision;
            var instant = Instant.ofEpochSecond(random.nextLong(-70_000_000_000L, 260_000_000_000L), nanos);

            assertThat(Json.writeText(instant)).isEqualTo("\"" + instant + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999Z",
                "2024-02-29T23:59:59.000001Z",
                "2026-11-23T10:15:02.000000001Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59Z"
            })
    void instant_atTheEdges_isWrittenAsJavaDoes(String text) {
        assertThat(Json.writeText(Instant.parse(text))).isEqualTo("\"" + text + "\"");
    }
}
