package io.inkstream.admin.live;

import io.inkstream.admin.projection.ChangeFeed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens on the database's channel for commits of any instance. After a lost connection everybody is woken once. */
@Component
class CommitListener implements SmartLifecycle, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(CommitListener.class);
    private static final int WAIT_MS = 1_000;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final DataSource database;
    private final CommitSignal signal;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    CommitListener(DataSource database, CommitSignal signal) {
        this.database = database;
        this.signal = signal;
    }

    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofPlatform().name("commit-listener").daemon().start(this);
    }

    @Override
    public void stop() {
        stopping = true;
        var listening = thread;
        if (listening != null) {
            listening.interrupt();
        }
        thread = null;
        signal.raise();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public void run() {
        while (!stopping) {
            try (var connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                if (!stopping) {
                    LOG.warn("not listening for commits, trying again: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + ChangeFeed.CHANNEL);
        }
        signal.raise(); // something may have been missed before
        var postgres = connection.unwrap(PGConnection.class);
        try {
            while (!stopping) {
                var news = postgres.getNotifications(WAIT_MS);
                if (news != null && news.length > 0) {
                    signal.raise();
                }
            }
        } finally {
            if (!connection.isClosed()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("unlisten *"); // the connection goes back to the pool
                }
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
