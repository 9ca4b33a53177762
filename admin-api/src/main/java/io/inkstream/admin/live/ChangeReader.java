package io.inkstream.admin.live;

import io.inkstream.schemas.json.Json;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** Reads the numbered changes. */
@Repository
class ChangeReader {
    private final JdbcClient database;

    ChangeReader(JdbcClient database) {
        this.database = database;
    }

    /** One committed batch: what changed, by kind. */
    record Change(long n, JsonNode data) {}

    /** The newest number. */
    long newest() {
        return database.sql("select n from feed").query(Long.class).single();
    }

    /** The oldest number that is still kept, if any is. */
    Optional<Long> oldest() {
        return database.sql("select min(n) from changes").query(Long.class).optional();
    }

    /** Everything after this number, in order; at most {@code limit}. */
    List<Change> after(long n, int limit) {
        return database.sql("select n, data from changes where n > :n order by n limit :limit")
                .param("n", n)
                .param("limit", limit)
                .query((row, _) -> new Change(row.getLong(1), Json.MAPPER.readTree(row.getString(2))))
                .list();
    }
}
