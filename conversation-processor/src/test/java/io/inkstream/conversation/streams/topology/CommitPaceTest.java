package io.inkstream.conversation.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommitPaceTest {
    private static final long NEW_MS = 5;
    private static final long WAITED_MS = CommitPace.NEW.toMillis() + 1;

    private long now = 1;
    private int asked;
    private final CommitPace pace = new CommitPace(Duration.ofMillis(20), () -> now);
    private final CommitPace.OfTask task = pace.ofTask(() -> asked++);

    @Test
    void newInput_afterAQuietTime_isCommittedAtOnce() {
        task.processed(NEW_MS);

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void newInputs_inARow_shareACommit_thatComesInTime() {
        task.processed(NEW_MS);
        task.processed(NEW_MS);
        task.processed(NEW_MS);
        assertThat(asked).isEqualTo(1);

        pass(Duration.ofMillis(10));
        task.lookAgain();
        assertThat(asked).isEqualTo(1);
        pass(Duration.ofMillis(10));
        task.lookAgain();
        assertThat(asked).isEqualTo(2);

        pass(Duration.ofMillis(100));
        task.lookAgain();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void inputThatWaitedForSomeTime_mayWaitAsLongAgain() {
        task.processed(NEW_MS);
        task.processed(80);

        pass(Duration.ofMillis(79));
        task.lookAgain();
        assertThat(asked).isEqualTo(1);
        pass(Duration.ofMillis(1));
        task.lookAgain();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void inputsThatWaitedOnTheTopic_areLeftToTheLongerInterval() {
        task.processed(WAITED_MS);
        pass(Duration.ofSeconds(1));
        task.lookAgain();

        assertThat(asked).isZero();
    }

    @Test
    void tasksOfOneThread_areCommittedTogether() {
        var asked2 = new int[1];
        var other = pace.ofTask(() -> asked2[0]++);
        task.processed(NEW_MS);
        pass(Duration.ofMillis(1));
        task.processed(NEW_MS);
        other.processed(NEW_MS);

        pass(Duration.ofMillis(25));
        task.lookAgain();
        other.lookAgain();

        assertThat(asked + asked2[0]).isEqualTo(2);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
