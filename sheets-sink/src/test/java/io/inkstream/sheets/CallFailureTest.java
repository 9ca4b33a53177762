package io.inkstream.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.sheets.CallFailure.Blocked;
import io.inkstream.sheets.CallFailure.Cause;
import io.inkstream.sheets.CallFailure.ErrorAnswer;
import io.inkstream.sheets.CallFailure.OutsideGrid;
import io.inkstream.sheets.CallFailure.Refused;
import io.inkstream.sheets.CallFailure.Throttled;
import io.inkstream.sheets.CallFailure.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallFailureTest {

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(400, "badRequest", "Invalid value at 'data'", new Refused(400, "Invalid value at 'data'")),
                Arguments.of(400, "badRequest", "Unable to parse range: Leads!A1", new Blocked(Cause.NO_TAB)),
                Arguments.of(
                        400,
                        "badRequest",
                        "Range ('Leads'!A1001:AW1001) exceeds grid limits. Max rows: 1000, max columns: 49",
                        new OutsideGrid()),
                Arguments.of(
                        400,
                        "badRequest",
                        "This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
                        new Blocked(Cause.WORKBOOK_FULL)),
                Arguments.of(
                        400,
                        "badRequest",
                        "You are trying to edit a protected cell or object. Please contact the spreadsheet owner.",
                        new Blocked(Cause.PROTECTED)),
                Arguments.of(401, "authError", "", new Blocked(Cause.SIGN_IN_REFUSED)),
                Arguments.of(403, "forbidden", "", new Blocked(Cause.NOT_SHARED)),
                Arguments.of(403, "userRateLimitExceeded", "", new Throttled(Optional.empty())),
                Arguments.of(404, "notFound", "", new Blocked(Cause.NOT_FOUND)),
                Arguments.of(408, "", "", new Unavailable("HTTP 408", Optional.empty())),
                Arguments.of(409, "aborted", "", new Unavailable("HTTP 409", Optional.empty())),
                Arguments.of(413, "", "too large", new Refused(413, "too large")),
                Arguments.of(429, "rateLimitExceeded", "", new Throttled(Optional.empty())),
                Arguments.of(500, "backendError", "", new Unavailable("HTTP 500", Optional.empty())),
                Arguments.of(502, "", "", new Unavailable("HTTP 502", Optional.empty())),
                Arguments.of(503, "backendError", "", new Unavailable("HTTP 503", Optional.empty())),
                Arguments.of(410, "", "", new Blocked(Cause.UNEXPECTED)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void of_decidesWhatMayBeDoneNext(int status, String reason, String message, CallFailure expected) {
        assertThat(CallFailure.of(new ErrorAnswer(status, reason, message, null)))
                .isEqualTo(expected);
    }

    @Test
    void of_whenTheServerNamesAWait_keepsIt() {
        assertThat(CallFailure.of(new ErrorAnswer(429, "", "", "17")))
                .isEqualTo(new Throttled(Optional.of(Duration.ofSeconds(17))));
        assertThat(CallFailure.of(new ErrorAnswer(429, "", "", "Wed, 21 Oct 2026 07:28:00 GMT")))
                .isEqualTo(new Throttled(Optional.empty()));
    }

    @Test
    void toString_neverQuotesACell() {
        assertThat(new Refused(400, "Invalid value: \"call me on 447700900123\"").toString())
                .doesNotContain("447700900123");
    }
}
