package io.inkstream.admin.commands;

import io.inkstream.admin.commands.CommandView.Outcome;
import io.inkstream.schemas.lead.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which commands were asked for here, and which outcomes the log has told. */
@Repository
class CommandStore {
    private final JdbcClient database;

    CommandStore(JdbcClient database) {
        this.database = database;
    }

    /** Where a lead's commands go: its studio and the key of its conversation. */
    record Addressee(String leadId, String studio, String conversationKey) {}

    /** Absent for an unknown lead, and for one whose contact was erased. */
    Optional<Addressee> addressee(String leadId) {
        return database.sql("select l.lead_id, l.studio, c.conversation_key from leads l"
                        + " join contacts c on c.contact_id = l.contact_id where l.lead_id = :leadId")
                .param("leadId", leadId)
                .query((row, _) -> new Addressee(row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }

    /** Remembers that the command was asked for; a repetition changes nothing. Returns the lead it was first asked for. */
    String remember(String commandId, String leadId, String action, String actor, Instant at) {
        return database.sql("insert into commands as c (command_id, lead_id, action, actor, submitted_at)"
                        + " values (:commandId, :leadId, :action, :actor, :at)"
                        + " on conflict (command_id) do update set lead_id = c.lead_id returning lead_id")
                .param("commandId", commandId)
                .param("leadId", leadId)
                .param("action", action)
                .param("actor", actor)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .single();
    }

    /** The decided outcome, else PENDING for a command that was asked for here. */
    Optional<CommandView> find(String commandId) {
        return decided(commandId).or(() -> asked(commandId));
    }

    Optional<CommandView> decided(String commandId) {
        return database.sql("select command_id, lead_id, action, actor, outcome, reason, detail, version, status,"
                        + " occurred_at from command_results where command_id = :commandId")
                .param("commandId", commandId)
                .query((row, _) -> view(row))
                .optional();
    }

    private Optional<CommandView> asked(String commandId) {
        return database.sql("select command_id, lead_id, action, actor from commands where command_id = :commandId")
                .param("commandId", commandId)
                .query((row, _) -> new CommandView(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Outcome.PENDING,
                        null,
                        null,
                        null,
                        null,
                        null))
                .optional();
    }

    private static CommandView view(ResultSet row) throws SQLException {
        var status = row.getString("status");
        return new CommandView(
                row.getString("command_id"),
                row.getString("lead_id"),
                row.getString("action"),
                row.getString("actor"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                row.getString("detail"),
                row.getObject("version", Long.class),
                status == null ? null : Status.valueOf(status),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant());
    }
}
