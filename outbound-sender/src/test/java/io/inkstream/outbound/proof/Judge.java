package io.inkstream.outbound.proof;

import io.inkstream.outbound.CallbackData;
import io.inkstream.outbound.stub.StubWhatsApp;
import io.inkstream.outbound.stub.StubWhatsApp.Accepted;
import io.inkstream.schemas.outbound.OutboundCommand.SendMessage;
import io.inkstream.testkit.TestPostgres.Database;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares what WhatsApp accepted with what the ledger says of it: each command once, or more than once only where its row
 * says so with the cause; in each lane's order; nothing missing, nothing that nobody asked for.
 */
final class Judge {
    private final Database database;
    private final StubWhatsApp whatsApp;

    Judge(Database database, StubWhatsApp whatsApp) {
        this.database = database;
        this.whatsApp = whatsApp;
    }

    /** One row as operators see it. */
    record Row(
            String state,
            @Nullable String outcome,
            @Nullable String wamid,
            @Nullable String duplicate,
            @Nullable String why) {}

    /** What is wrong; empty when the promise is kept. */
    List<String> findings(Collection<SendMessage> commands) {
        var rows = rows();
        var acceptances = acceptances();
        var findings = new ArrayList<String>();
        for (var command : commands) {
            var row = rows.get(command.id());
            if (row == null) {
                findings.add(command.id() + " is not in the ledger");
            } else {
                judge(command.id(), row, acceptances.getOrDefault(command.id(), List.of()), findings);
            }
            acceptances.remove(command.id());
        }
        acceptances.keySet().forEach(id -> findings.add(id + " was accepted, and nobody asked for it"));
        judgeOrder(commands, findings);
        return findings;
    }

    /** How many of these have ended. */
    long ended(Collection<SendMessage> commands) {
        var rows = rows();
        return commands.stream()
                .map(command -> rows.get(command.id()))
                .filter(row -> row != null && row.outcome() != null)
                .count();
    }

    /** Commands whose row says that they were accepted twice. */
    List<String> flagged() {
        return rows().entrySet().stream()
                .filter(entry -> entry.getValue().duplicate() != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void judge(String id, Row row, List<String> wamids, List<String> findings) {
        if (row.outcome() == null) {
            findings.add(id + " has not ended: " + row);
            return;
        }
        var sent = row.state().equals("SENT");
        if (sent && wamids.isEmpty()) {
            findings.add(id + " is said to be sent, and was never accepted");
        }
        if (!sent && !wamids.isEmpty()) {
            findings.add(id + " was accepted, and the ledger says " + row);
        }
        if (sent && row.wamid() != null && !wamids.contains(row.wamid())) {
            findings.add(id + " has a message id that was never given");
        }
        if (wamids.size() > 1 && (row.duplicate() == null || row.why() == null)) {
            findings.add(id + " was accepted " + wamids.size() + " times without a flag: " + row);
        }
        if (wamids.size() <= 1 && row.duplicate() != null) {
            findings.add(id + " is flagged for nothing");
        }
    }

    private void judgeOrder(Collection<SendMessage> commands, List<String> findings) {
        Map<String, SendMessage> byId = new HashMap<>();
        commands.forEach(command -> byId.put(command.id(), command));
        Map<String, Long> highest = new HashMap<>();
        for (var message : whatsApp.accepted()) {
            var command = byId.get(commandId(message));
            if (command != null) {
                var before = highest.merge(command.lane(), command.laneSeq(), Math::max);
                if (before > command.laneSeq()) {
                    findings.add(command.id() + " (" + command.laneSeq() + ") was accepted after number " + before);
                }
            }
        }
    }

    private Map<String, List<String>> acceptances() {
        Map<String, List<String>> byCommand = new LinkedHashMap<>();
        for (var message : whatsApp.accepted()) {
            byCommand
                    .computeIfAbsent(commandId(message), _ -> new ArrayList<>())
                    .add(message.wamid());
        }
        return byCommand;
    }

    private static String commandId(Accepted message) {
        return CallbackData.parse(message.request().callback())
                .map(CallbackData::commandId)
                .orElse("without callback data");
    }

    private Map<String, Row> rows() {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var result = connection
                        .createStatement()
                        .executeQuery("select command_id, state, outcome, wamid, duplicate_wamid, why"
                                + " from sender.command")) {
            Map<String, Row> rows = new HashMap<>();
            while (result.next()) {
                rows.put(
                        result.getString(1),
                        new Row(
                                result.getString(2),
                                result.getString(3),
                                result.getString(4),
                                result.getString(5),
                                result.getString(6)));
            }
            return rows;
        } catch (SQLException _) {
            return Map.of(); // not there (yet, or for the moment)
        }
    }
}
