package io.inkstream.outbound;

/** What to do about an error code: the rows of {@code graph-errors.csv}. */
public sealed interface Reaction {
    String meaning();

    /** Not accepted, may be tried again in the lane's order, at most {@code attemptsMax} times. */
    record Retry(Spacing spacing, int attemptsMax, String meaning) implements Reaction {}

    /** Account, number or token trouble: nothing more from this number until a probe or a person ends the hold. */
    record HoldNumber(String meaning) implements Reaction {}

    /** The 24 h window is closed after all. */
    record NeedsTemplate(String meaning) implements Reaction {}

    /** Will never be accepted as it is. */
    record Fail(String meaning) implements Reaction {}

    /** How retries are spaced; see {@link Backoff}. */
    enum Spacing {
        STEADY,
        PAIR,
        NUMBER,
        SLOW
    }
}
