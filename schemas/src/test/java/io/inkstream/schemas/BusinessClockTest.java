package io.inkstream.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BusinessClockTest {

    @Test
    void instant_isTheRealClockPlusTheOffset() {
        var offset = Duration.ofHours(36);
        var clock = new BusinessClock(offset);

        var before = Instant.now().plus(offset);
        var now = clock.instant();
        var after = Instant.now().plus(offset);

        assertThat(now).isBetween(before, after);
        assertThat(clock.offset()).isEqualTo(offset);
    }

    @Test
    void instant_whenMovedTo_followsTheNewOffsetOnly() {
        var clock = new BusinessClock(Duration.ofDays(3));

        clock.moveTo(Duration.ofHours(-1));

        assertThat(clock.offset()).isEqualTo(Duration.ofHours(-1));
        assertThat(clock.instant()).isBefore(Instant.now());
    }

    @Test
    void zone_isUtc_andCannotBeTakenElsewhere() {
        var clock = new BusinessClock(Duration.ZERO);

        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThatThrownBy(() -> clock.withZone(ZoneId.of("Europe/London")))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
