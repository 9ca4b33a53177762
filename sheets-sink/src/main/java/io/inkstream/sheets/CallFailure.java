package io.inkstream.sheets;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a failed call to Google means for the rows it carried, and what may be done next. */
public sealed interface CallFailure {

    /** Over the quota. Nothing was written. */
    record Throttled(Optional<Duration> retryAfter) implements CallFailure {}

    /** Time-out, broken connection, trouble at Google's side. The rows may or may not be written. */
    record Unavailable(String what, Optional<Duration> retryAfter) implements CallFailure {}

    /**
     * Google does not take this content; one bad row refuses its whole batch. Nothing was written.
     *
     * @param message Google's words: they may quote a cell, so they belong into the dead letter only
     */
    record Refused(int status, String message) implements CallFailure {

        @Override
        public String toString() {
            return "Refused[" + status + "]";
        }
    }

    /** A row below or beside the grid: it must be extended first. Nothing was written. */
    record OutsideGrid() implements CallFailure {}

    /** The sheet as a whole cannot be written until a person has mended it. Nothing was written. */
    record Blocked(Cause cause) implements CallFailure {}

    /** Why a sheet is blocked, in the words an operator gets. */
    enum Cause {
        NOT_SHARED("the spreadsheet is not shared with the service account as editor"),
        NOT_FOUND("there is no spreadsheet with this id"),
        NO_TAB("the tab was renamed or removed"),
        WORKBOOK_FULL("the spreadsheet has reached its 10,000,000 cells: start a new one"),
        PROTECTED("our columns are protected against the service account"),
        SIGN_IN_REFUSED("Google refuses the service account's key"),
        FOREIGN_HEADER("row 1 of the tab is not our header: nothing is overwritten"),
        UNEXPECTED("Google refuses the call in an unknown way");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * An error answer as received.
     *
     * @param reason of the first entry of {@code errors[]}, empty when the body was not Google's JSON
     */
    record ErrorAnswer(
            int status,
            String reason,
            String message,
            @Nullable String retryAfter) {}

    /** Quota errors that come as 403. */
    Set<String> QUOTA_REASONS = Set.of("rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded");

    /** Decides by status, and by reason and message where one status means several things. */
    static CallFailure of(ErrorAnswer answer) {
        return switch (answer.status()) {
            case 400 -> badRequest(answer);
            case 401 -> new Blocked(Cause.SIGN_IN_REFUSED);
            case 403 -> QUOTA_REASONS.contains(answer.reason()) ? throttled(answer) : new Blocked(Cause.NOT_SHARED);
            case 404 -> new Blocked(Cause.NOT_FOUND);
            case 408, 409 -> unavailable(answer);
            case 413 -> new Refused(answer.status(), answer.message());
            case 429 -> throttled(answer);
            default -> answer.status() >= 500 ? unavailable(answer) : new Blocked(Cause.UNEXPECTED);
        };
    }

    private static CallFailure badRequest(ErrorAnswer answer) {
        var message = answer.message().toLowerCase(Locale.ROOT);
        if (message.contains("exceeds grid limits")) {
            return new OutsideGrid();
        }
        if (message.contains("unable to parse range")) {
            return new Blocked(Cause.NO_TAB);
        }
        if (message.contains("number of cells in the workbook above the limit")) {
            return new Blocked(Cause.WORKBOOK_FULL);
        }
        if (message.contains("protected cell or object")) {
            return new Blocked(Cause.PROTECTED);
        }
        return new Refused(answer.status(), answer.message());
    }

    private static CallFailure throttled(ErrorAnswer answer) {
        return new Throttled(retryAfter(answer));
    }

    private static CallFailure unavailable(ErrorAnswer answer) {
        return new Unavailable("HTTP " + answer.status(), retryAfter(answer));
    }

    /** Whole seconds only; Google promises no Retry-After at all, so a date is not worth a parser. */
    private static Optional<Duration> retryAfter(ErrorAnswer answer) {
        return Optional.ofNullable(answer.retryAfter())
                .filter(value -> value.matches("\\d{1,5}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }
}
