package io.inkstream.benchmarks;

import java.util.Map;

/** Meta's limits (80 messages a second, one in six seconds per person) would be measured instead of the pipeline. */
final class LiftedRates {
    static final Map<String, String> VARIABLES =
            Map.of("INKSTREAM_SENDER_RATES_NUMBERPERSECOND", "0", "INKSTREAM_SENDER_RATES_PAIRINTERVAL", "0s");

    private LiftedRates() {}
}
