package io.inkstream.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A question that the database does not get done is given up. */
class SlowDatabaseIT {

    @Test
    @Timeout(60)
    void question_whenItsTableIsLocked_isGivenUpAfterTheLimit() throws SQLException {
        try (var admin = RunningAdmin.start(Map.of(
                "spring.datasource.hikari.data-source-properties.options", "-c statement_timeout=1s",
                "inkstream.admin.projector.threads", "0"))) {
            var database = admin.database();
            try (var other = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                    var statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("lock table proj_1.leads in access exclusive mode");

                var answer = admin.api().get("/api/leads");

                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isNotNull();
                other.rollback();
            }
            assertThat(admin.api().get("/api/leads").status()).isEqualTo(200);
        }
    }

    @Test
    void everyConnection_hasALimit() throws SQLException {
        var database = RunningAdmin.shared().bean(DataSource.class);
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var limit = statement.executeQuery("show statement_timeout")) {
            assertThat(limit.next()).isTrue();
            assertThat(limit.getString(1)).isEqualTo("20s");
        }
    }
}
