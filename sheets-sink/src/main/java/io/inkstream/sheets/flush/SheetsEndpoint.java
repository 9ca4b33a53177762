package io.inkstream.sheets.flush;

import io.inkstream.sheets.google.CallFailed;
import io.inkstream.sheets.kafka.WholeLog;
import io.inkstream.sheets.store.DueRows;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * A studio's sheet in an operator's hands: GET tells how it differs from what it should show, POST rebuilds it from the log.
 * Both answer 404 for a studio without a sheet.
 */
@Endpoint(id = "sheets")
final class SheetsEndpoint {
    private static final int NOT_FOUND = 404;
    private static final int BAD_GATEWAY = 502;

    private final SheetInspection inspection;
    private final WholeLog log;
    private final DueRows rows;

    SheetsEndpoint(SheetInspection inspection, WholeLog log, DueRows rows) {
        this.inspection = inspection;
        this.log = log;
        this.rows = rows;
    }

    @ReadOperation
    WebEndpointResponse<?> drift(@Selector String studio) {
        if (!inspection.knows(studio)) {
            return new WebEndpointResponse<>(Map.of("error", "no such sheet"), NOT_FOUND);
        }
        try {
            return new WebEndpointResponse<>(inspection.drift(studio));
        } catch (CallFailed e) {
            return new WebEndpointResponse<>(
                    Map.of(
                            "error",
                            "Google does not answer: " + e.failure().getClass().getSimpleName()),
                    BAD_GATEWAY);
        }
    }

    /** Takes in the whole log once more, then has every row of the studio written again. */
    @WriteOperation
    WebEndpointResponse<?> rebuild(@Selector String studio) throws InterruptedException {
        if (!inspection.knows(studio)) {
            return new WebEndpointResponse<>(Map.of("error", "no such sheet"), NOT_FOUND);
        }
        var records = log.takeIn();
        rows.allDue(studio);
        return new WebEndpointResponse<>(
                Map.of("recordsRead", records, "due", rows.backlog(studio).rows()));
    }
}
