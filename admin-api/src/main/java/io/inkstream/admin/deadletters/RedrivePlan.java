package io.inkstream.admin.deadletters;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a redrive would do.
 *
 * @param steps what is sent again, oldest first
 * @param found letters that the filter names and nobody has sent again yet
 * @param quarantined records that died after {@value #REDRIVES_MAX} redrives: something else must change first
 * @param notRepeatable letters without what is needed to put them back
 */
record RedrivePlan(List<Step> steps, int found, int quarantined, int notRepeatable) {
    static final int REDRIVES_MAX = 3;

    /** {@code number}: of the redrives of this record, from 1. */
    record Step(Candidate letter, String fingerprint, int number) {}

    RedrivePlan {
        steps = List.copyOf(steps);
    }

    /** How many go back to which topic. */
    Map<String, Integer> byTopic() {
        var counts = new TreeMap<String, Integer>();
        steps.forEach(step -> counts.merge(step.letter().originTopic(), 1, Integer::sum));
        return counts;
    }
}
