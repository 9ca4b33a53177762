package io.inkstream.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.outbound.Aftermath.Try;
import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AftermathTest {
    private static final double EVEN = 0.5;
    private static final Try FIRST = new Try(0, false, true);
    private final Aftermath aftermath = new Aftermath(
            GraphErrorTable.shipped(),
            new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofHours(1)),
            60);

    @Test
    void accepted_endsAsWhatWasSent() {
        assertThat(aftermath.after(FIRST, new SendOutcome.Accepted("wamid.1"), EVEN))
                .isEqualTo(new NextStep.Finish(LedgerState.SENT, Outcome.SENT, true, "wamid.1", null, null));
        assertThat(aftermath.after(new Try(0, true, true), new SendOutcome.Accepted("wamid.1"), EVEN))
                .isInstanceOfSatisfying(
                        NextStep.Finish.class,
                        finish -> assertThat(finish.outcome()).isEqualTo(Outcome.SENT_AS_TEMPLATE));
    }

    @Test
    void unknownError_isRetriedAfterASecond() {
        assertThat(aftermath.after(FIRST, refused(131000, null), EVEN))
                .isInstanceOfSatisfying(NextStep.Retry.class, retry -> {
                    assertThat(retry.delay()).isEqualTo(Duration.ofSeconds(1));
                    assertThat(retry.slowsNumber()).isFalse();
                });
    }

    @Test
    void retryAfter_isHonoured() {
        assertThat(aftermath.after(FIRST, refused(131000, Duration.ofSeconds(42)), EVEN))
                .isInstanceOfSatisfying(
                        NextStep.Retry.class, retry -> assertThat(retry.delay()).isEqualTo(Duration.ofSeconds(42)));
    }

    @Test
    void throughput_slowsTheWholeNumber() {
        assertThat(aftermath.after(FIRST, refused(130429, null), EVEN))
                .isInstanceOfSatisfying(
                        NextStep.Retry.class,
                        retry -> assertThat(retry.slowsNumber()).isTrue());
    }

    @Test
    void retries_endWithTheBudget() {
        assertThat(aftermath.after(new Try(8, false, true), refused(131000, null), EVEN))
                .isInstanceOf(NextStep.Retry.class);
        assertThat(aftermath.after(new Try(9, false, true), refused(131000, null), EVEN))
                .isInstanceOfSatisfying(NextStep.Finish.class, finish -> {
                    assertThat(finish.state()).isEqualTo(LedgerState.DEAD);
                    assertThat(finish.outcome()).isEqualTo(Outcome.DEAD);
                    assertThat(finish.errorCode()).isEqualTo(131000);
                });
    }

    @Test
    void closedWindow_goesOnWithTheTemplateOrEnds() {
        assertThat(aftermath.after(FIRST, refused(131047, null), EVEN))
                .isInstanceOfSatisfying(NextStep.Retry.class, retry -> {
                    assertThat(retry.windowRefused()).isTrue();
                    assertThat(retry.delay()).isZero();
                });
        for (var hopeless : new Try[] {new Try(0, false, false), new Try(0, true, true)}) {
            assertThat(aftermath.after(hopeless, refused(131047, null), EVEN))
                    .isInstanceOfSatisfying(
                            NextStep.Finish.class,
                            finish -> assertThat(finish.outcome()).isEqualTo(Outcome.UNSENDABLE));
        }
    }

    @Test
    void accountTrouble_holds() {
        assertThat(aftermath.after(FIRST, refused(190, null), EVEN))
                .isInstanceOfSatisfying(
                        NextStep.Hold.class,
                        hold -> assertThat(hold.errorCode()).isEqualTo(190));
    }

    @Test
    void silence_isUncertain_butWhatNeverLeftIsNot() {
        assertThat(aftermath.after(FIRST, new SendOutcome.Unknown("SocketTimeoutException"), EVEN))
                .isInstanceOf(NextStep.Uncertain.class);
        assertThat(aftermath.after(FIRST, new SendOutcome.NotSent("ConnectException"), EVEN))
                .isInstanceOf(NextStep.Retry.class);
        assertThat(aftermath.after(FIRST, new SendOutcome.LeaseLost(), EVEN)).isInstanceOf(NextStep.Release.class);
    }

    private static SendOutcome refused(int code, @Nullable Duration retryAfter) {
        return new SendOutcome.Refused(new GraphError(code, false, 400), retryAfter);
    }
}
