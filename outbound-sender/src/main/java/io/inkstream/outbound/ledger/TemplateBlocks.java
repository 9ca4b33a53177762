package io.inkstream.outbound.ledger;

import java.time.Instant;
import java.util.List;

/** The templates that must not be used, shared by all instances. */
public final class TemplateBlocks {
    private final LedgerDatabase database;

    TemplateBlocks(LedgerDatabase database) {
        this.database = database;
    }

    /** {@code since}: business time. */
    public record Block(String studio, String name, String language, String why, Instant since) {}

    public List<Block> all() {
        return database.inTransaction(connection -> {
            try (var sql = new Sql(connection, "select * from template_block")) {
                return sql.list(row -> new Block(
                        row.getString("studio"),
                        row.getString("name"),
                        row.getString("language"),
                        row.getString("why"),
                        row.getTimestamp("since").toInstant()));
            }
        });
    }

    public void block(Block block) {
        database.inTransaction(connection -> {
            try (var sql = new Sql(connection, """
                    insert into template_block (studio, name, language, why, since) values (?, ?, ?, ?, ?)
                    on conflict (studio, name, language) do update set why = excluded.why, since = excluded.since""")) {
                return sql.with(block.studio())
                        .with(block.name())
                        .with(block.language())
                        .with(block.why())
                        .with(block.since())
                        .update();
            }
        });
    }

    /** False when it was not blocked. */
    public boolean free(String studio, String name, String language) {
        return database.inTransaction(connection -> {
            try (var sql =
                    new Sql(connection, "delete from template_block where studio = ? and name = ? and language = ?")) {
                return sql.with(studio).with(name).with(language).update() > 0;
            }
        });
    }
}
