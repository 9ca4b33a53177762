package io.inkstream.admin.figures;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The way of the leads that were created in a period. Counts: how many ever reached a step, or stand in a status now.
 * Rates: 0 when there is nothing to divide by.
 *
 * @param cutoff leads created from then on are counted, by business time
 */
record Funnel(int periodDays, Instant cutoff, Map<String, Long> counts, Map<String, Double> rates) {

    /** {@code counts} by the names of {@link FunnelReader}. */
    static Funnel of(int periodDays, Instant cutoff, Map<String, Long> counts) {
        var rates = new TreeMap<String, Double>();
        rates.put("consultStart", rate(counts, "qualifyingStarted", "newLeads"));
        rates.put("consultCompletion", rate(counts, "qualifyingCompleted", "qualifyingStarted"));
        rates.put("approval", rate(counts, "approved", "decided"));
        rates.put("depositPay", rate(counts, "depositPaid", "depositSent"));
        rates.put("bookingCompletion", rate(counts, "booked", "depositPaid"));
        rates.put("overallConversion", rate(counts, "booked", "newLeads"));
        rates.put("abandoned", rate(counts, "abandoned", "qualifyingStarted"));
        rates.put("stale", rate(counts, "stale", "qualifyingCompleted"));
        rates.put("needsFollowUp", rate(counts, "needsFollowUp", "qualifyingCompleted"));
        return new Funnel(periodDays, cutoff, new TreeMap<>(counts), rates);
    }

    private static double rate(Map<String, Long> counts, String part, String whole) {
        var all = counts.getOrDefault(whole, 0L);
        return all == 0 ? 0.0 : (double) counts.getOrDefault(part, 0L) / all;
    }
}
