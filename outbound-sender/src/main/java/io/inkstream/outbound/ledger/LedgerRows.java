package io.inkstream.outbound.ledger;

import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import io.inkstream.schemas.outbound.OutboundCommand;
import io.inkstream.schemas.outbound.OutboundCommand.SendMessage;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads rows of table {@code command c}, joined with {@code message m}. */
final class LedgerRows {

    /** Ends with a line break. */
    static final String ALL = """
            m.conversation_key, m.payload, m.source_partition, m.source_offset, c.command_id, c.state, c.claim_no, c.window_open, c.window_refused, c.attempts, c.failures, c.resends,
            c.retry_at, c.wamid, c.duplicate_wamid, c.delivery, c.outcome, c.error_code, c.why, c.revision,
            c.created_at, c.changed_at
            """;

    private LedgerRows() {}

    /** From columns {@link #ALL}. */
    static LedgerRow read(ResultSet row) throws SQLException {
        var payload = row.getString("payload");
        var command = (SendMessage) Json.read(payload.getBytes(StandardCharsets.UTF_8), OutboundCommand.class);
        var outcome = row.getString("outcome");
        return new LedgerRow(
                new Arrival(
                        command,
                        row.getString("conversation_key"),
                        payload,
                        row.getInt("source_partition"),
                        row.getLong("source_offset")),
                LedgerState.valueOf(row.getString("state")),
                row.getInt("claim_no"),
                row.getBoolean("window_open"),
                row.getBoolean("window_refused"),
                row.getInt("attempts"),
                row.getInt("failures"),
                row.getInt("resends"),
                Sql.instant(row, "retry_at"),
                row.getString("wamid"),
                row.getString("duplicate_wamid"),
                row.getString("delivery"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getObject("error_code", Integer.class),
                row.getString("why"),
                row.getLong("revision"),
                required(row, "created_at"),
                required(row, "changed_at"));
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        @Nullable Instant instant = Sql.instant(row, column);
        return Objects.requireNonNull(instant, column);
    }
}
