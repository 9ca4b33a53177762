package io.inkstream.admin.replay;

import io.inkstream.admin.kafka.LogClients;
import io.inkstream.admin.projection.ChangeFeed;
import io.inkstream.admin.projection.ProjectionSchemas;
import io.inkstream.schemas.BusinessClock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a rebuild works with. */
record RebuildTools(
        DataSource database,
        JdbcTemplate jdbc,
        TransactionTemplate transaction,
        ProjectionSchemas schemas,
        LogClients clients,
        ChangeFeed feed,
        BusinessClock clock) {}
