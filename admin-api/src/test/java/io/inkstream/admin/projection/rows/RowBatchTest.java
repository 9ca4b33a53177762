package io.inkstream.admin.projection.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowBatchTest {
    @Test
    void insertSql_isOneStatementOverArrays_thatKeepsTheNewest() {
        var table = ProjectionTable.keepNewest(
                "things", "'topic'", "id", "seq", "id text", "seq int8", "data jsonb", "born timestamptz earliest");

        assertThat(table.insertSql())
                .isEqualTo("insert into {p}.things as t (id, seq, data, born)"
                        + " select id, seq, data::jsonb, born from unnest(?, ?, ?, ?) as r(id, seq, data, born)"
                        + " on conflict (id) do update set seq = excluded.seq, data = excluded.data,"
                        + " born = least(t.born, excluded.born) where excluded.seq > t.seq");
    }

    @Test
    void insertSql_ofAppendOnlyTables_leavesWhatIsThere() {
        var table = ProjectionTable.keepFirst("things", "'topic'", "id", "id text", "data jsonb");

        assertThat(table.insertSql()).endsWith("on conflict (id) do nothing");
    }

    @Test
    void rowsOfOneKey_areCollapsed() {
        var batch = new RowBatch(Tables.LEAD_STEPS);

        batch.put("lead", "opened", Changed.T0, "contact", 1L, 0, 1L);
        batch.put("lead", "opened", Changed.T0, "contact", 2L, 0, 2L);
        batch.put("lead", "approved", Changed.T0, "contact", 2L, 0, 2L);

        assertThat(batch.size()).isEqualTo(2);
    }

    private static final class Changed {
        static final java.time.Instant T0 = java.time.Instant.parse("2026-11-20T10:00:00Z");
    }
}
