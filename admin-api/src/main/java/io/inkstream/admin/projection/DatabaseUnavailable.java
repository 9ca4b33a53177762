package io.inkstream.admin.projection;

import java.sql.SQLException;

/** The database cannot be used now. Nothing was written; the same work is done again once it answers. */
public final class DatabaseUnavailable extends RuntimeException {
    DatabaseUnavailable(SQLException cause) {
        super("the database cannot be used: " + cause.getMessage(), cause);
    }
}
