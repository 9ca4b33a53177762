package io.inkstream.admin.figures;

import java.time.Instant;
import java.util.Map;

/** How clients choose slots: by which rule, and why a choice was not understood. */
record SlotParseStats(
        int periodDays,
        Instant cutoff,
        Map<String, Long> success,
        Map<String, Long> reject,
        long totalSuccess,
        long totalReject) {}
