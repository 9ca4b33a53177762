package io.inkstream.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantReadingTest {
    private static final long YEAR_10000 = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond() + 1;

    @Test
    void instant_whenWrittenByUs_isReadExactly() {
        var random = new Random(25);
        for (var run = 0; run < 20_000; run++) {
            var precision = new int[] {1, 1_000, 1_000_000, 1_000_000_000}[random.nextInt(4)];
            var nanos = random.nextInt(1_000_000_000) / precision * precision;
            var instant = Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, YEAR_10000 + 1_000), nanos);

            assertThat(InstantReading.instant(instant.toString())).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T10:15:02Z",
                "2026-11-23T10:15:02.1Z",
                "2026-11-23T10:15:02.123456789Z",
                "2024-02-29T00:00:00Z",
                "2026-11-23T24:00:00Z",
                "2026-12-31T23:59:60Z",
                "2026-11-23T11:15:02+01:00",
                "2026-11-23T10:15:02.Z",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z"
            })
    void instant_inAnyFormThatJavaKnows_isReadAsJavaDoes(String text) {
        assertThat(InstantReading.instant(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "yesterday",
                "447700900123",
                "2026-11-23",
                "2026-11-23 10:15:02Z",
                "2026-11-23T10:15:02",
                "2026-11-23T10:15Z",
                "2026-11-23T10:15:02.1234567890Z",
                "2026-13-23T10:15:02Z",
                "2026-02-30T10:15:02Z",
                "2026-11-23T25:15:02Z",
                "2026-11-23T10:15:0ZZ",
                "٢٠٢٦-11-23T10:15:02Z"
            })
    void instant_whenItIsNone_isRefused(String text) {
        assertThatThrownBy(() -> InstantReading.instant(text)).isInstanceOf(DateTimeException.class);
    }
}
