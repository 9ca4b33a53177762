package io.inkstream.admin.figures;

import io.inkstream.schemas.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FiguresController {
    private static final int DAYS_DEFAULT = 7;
    private static final int DAYS_MAX = 3_650;
    private static final String SLOT = "slot";

    private final FiguresReader figures;
    private final BusinessClock clock;

    FiguresController(FiguresReader figures, BusinessClock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    /** From first message to booking, for leads created in the last days. */
    @GetMapping("/api/funnel")
    Funnel funnel(@RequestParam(required = false) @Nullable Integer days) {
        var period = period(days);
        var cutoff = cutoff(period);
        return Funnel.of(period, cutoff, figures.funnel(cutoff));
    }

    /** How well answers were understood in the last days. */
    @GetMapping("/api/parse-health")
    ParseHealth parseHealth(@RequestParam(required = false) @Nullable Integer days) {
        var period = period(days);
        var cutoff = cutoff(period);
        return ParseHealth.of(period, cutoff, figures.readings(cutoff, null));
    }

    /** How slot choices were understood in the last days. */
    @GetMapping("/api/slot-parse-stats")
    SlotParseStats slotParseStats(@RequestParam(required = false) @Nullable Integer days) {
        var period = period(days);
        var cutoff = cutoff(period);
        var slot = ParseHealth.field(SLOT, figures.readings(cutoff, SLOT));
        return new SlotParseStats(
                period, cutoff, slot.byRule(), slot.byReason(), slot.understood(), slot.notUnderstood());
    }

    private static int period(@Nullable Integer days) {
        return days == null ? DAYS_DEFAULT : Math.clamp(days, 1, DAYS_MAX);
    }

    private Instant cutoff(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }
}
