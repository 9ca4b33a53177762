package io.inkstream.admin.figures;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How well clients' answers are understood, field by field. */
record ParseHealth(int periodDays, Instant cutoff, List<Field> fields) {

    /**
     * One field.
     *
     * @param rate understood over all, 0 to 1
     * @param byRule which rules understood it, how often
     * @param byReason why it was not understood, how often
     */
    record Field(
            String field,
            long understood,
            long notUnderstood,
            double rate,
            Map<String, Long> byRule,
            Map<String, Long> byReason) {}

    static ParseHealth of(int periodDays, Instant cutoff, List<FiguresReader.Reading> readings) {
        var fields = readings.stream()
                .collect(Collectors.groupingBy(FiguresReader.Reading::field, TreeMap::new, Collectors.toList()));
        return new ParseHealth(
                periodDays,
                cutoff,
                fields.entrySet().stream()
                        .map(entry -> field(entry.getKey(), entry.getValue()))
                        .toList());
    }

    static Field field(String name, List<FiguresReader.Reading> readings) {
        var byRule = new TreeMap<String, Long>();
        var byReason = new TreeMap<String, Long>();
        long understood = 0;
        long missed = 0;
        for (var reading : readings) {
            if (reading.understood()) {
                understood += reading.times();
                byRule.merge(reading.rule() == null ? "no rule named" : reading.rule(), reading.times(), Long::sum);
            } else {
                missed += reading.times();
                byReason.merge(
                        reading.reason() == null ? "no reason named" : reading.reason(), reading.times(), Long::sum);
            }
        }
        var all = understood + missed;
        return new Field(name, understood, missed, all == 0 ? 0.0 : (double) understood / all, byRule, byReason);
    }
}
