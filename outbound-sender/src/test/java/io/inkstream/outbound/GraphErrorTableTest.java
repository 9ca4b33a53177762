package io.inkstream.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.outbound.Reaction.Fail;
import io.inkstream.outbound.Reaction.HoldNumber;
import io.inkstream.outbound.Reaction.NeedsTemplate;
import io.inkstream.outbound.Reaction.Retry;
import io.inkstream.outbound.Reaction.Spacing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphErrorTableTest {
    private final GraphErrorTable table = GraphErrorTable.shipped();

    @ParameterizedTest
    @CsvSource({
        "1, STEADY, 3",
        "2, STEADY, 60",
        "4, SLOW, 60",
        "80007, SLOW, 60",
        "130429, NUMBER, 60",
        "131000, STEADY, 10",
        "131016, STEADY, 60",
        "131056, PAIR, 10",
        "131057, SLOW, 60",
        "133004, STEADY, 60",
    })
    void passingTrouble_isRetried(int code, Spacing spacing, int attempts) {
        assertThat(reaction(code)).isInstanceOfSatisfying(Retry.class, retry -> {
            assertThat(retry.spacing()).isEqualTo(spacing);
            assertThat(retry.attemptsMax()).isEqualTo(attempts);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 10, 33, 190, 200, 250, 299, 368, 130497, 131005, 131031, 131042, 131048, 133010})
    void accountTrouble_holdsTheNumber(int code) {
        assertThat(reaction(code)).isInstanceOf(HoldNumber.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 131008, 131009, 131021, 131026, 131030, 131049, 131050, 130472, 131062, 132001, 132015})
    void whatNeverPasses_fails(int code) {
        assertThat(reaction(code)).isInstanceOf(Fail.class);
    }

    @Test
    void closedWindow_asksForTheTemplate() {
        assertThat(reaction(131047)).isInstanceOf(NeedsTemplate.class);
    }

    @Test
    void decision_isMadeByCode_neverByHttpStatus() {
        for (var status : new int[] {200, 400, 403, 429, 500, 503}) {
            assertThat(table.reactionTo(new GraphError(131026, false, status))).isInstanceOf(Fail.class);
            assertThat(table.reactionTo(new GraphError(131056, false, status))).isInstanceOf(Retry.class);
            assertThat(table.reactionTo(new GraphError(190, false, status))).isInstanceOf(HoldNumber.class);
        }
    }

    @Test
    void unknownCode_failsUnlessItMayPass() {
        assertThat(table.reactionTo(new GraphError(999999, false, 400))).isInstanceOf(Fail.class);
        assertThat(table.reactionTo(new GraphError(300, false, 400))).isInstanceOf(Fail.class);
        assertThat(table.reactionTo(new GraphError(999999, true, 400))).isInstanceOf(Retry.class);
        assertThat(table.reactionTo(new GraphError(999999, false, 500))).isInstanceOf(Retry.class);
        assertThat(table.reactionTo(new GraphError(999999, false, 429))).isInstanceOf(Retry.class);
        assertThat(table.reactionTo(new GraphError(GraphError.NONE, false, 404)))
                .isInstanceOf(Retry.class);
    }

    @Test
    void everyRow_saysWhatItMeans() {
        assertThat(table.rows())
                .hasSizeGreaterThan(45)
                .allSatisfy((_, reaction) -> assertThat(reaction.meaning()).isNotBlank());
    }

    private Reaction reaction(int code) {
        return table.reactionTo(new GraphError(code, false, 400));
    }
}
