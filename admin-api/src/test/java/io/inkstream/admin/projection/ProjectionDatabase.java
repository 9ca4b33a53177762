package io.inkstream.admin.projection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.inkstream.testkit.TestPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty, migrated database without a service around it. */
final class ProjectionDatabase implements AutoCloseable {
    final HikariDataSource database;
    final JdbcTemplate jdbc;
    final ProjectionSchemas schemas;

    ProjectionDatabase() {
        var fresh = TestPostgres.freshDatabase();
        var config = new HikariConfig();
        config.setJdbcUrl(fresh.jdbcUrl());
        config.setUsername(fresh.user());
        config.setPassword(fresh.password());
        config.setSchema("admin");
        config.setMaximumPoolSize(5);
        database = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(database)
                .schemas("admin")
                .locations("classpath:db/admin")
                .load()
                .migrate();
        jdbc = new JdbcTemplate(database);
        schemas = new ProjectionSchemas(jdbc, new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    long count(String table) {
        var count = jdbc.queryForObject("select count(*) from " + table, Long.class);
        return count == null ? 0 : count;
    }

    @Override
    public void close() {
        database.close();
    }
}
