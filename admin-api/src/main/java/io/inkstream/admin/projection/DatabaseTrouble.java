package io.inkstream.admin.projection;

import java.sql.SQLException;

/** What a failed statement means for the projector. */
sealed interface DatabaseTrouble {

    /** The rows themselves are refused: one of the records is poison. */
    record RefusedRows() implements DatabaseTrouble {}

    /** The projection's tables are no longer there: another instance swapped to a rebuilt one. */
    record TablesGone() implements DatabaseTrouble {}

    /** Somebody else was in the way; the same transaction may succeed at once. */
    record Collision() implements DatabaseTrouble {}

    /** The database cannot serve now, or our statements are wrong: wait, and tell an operator. */
    record Unavailable() implements DatabaseTrouble {}

    /** Reads the SQLSTATE class; the first two characters name it. */
    static DatabaseTrouble of(SQLException failure) {
        var state = failure.getSQLState();
        if (state == null || state.length() < 2) {
            return new Unavailable();
        }
        return switch (state.substring(0, 2)) {
            case "22", "23", "54" -> new RefusedRows();
            case "40" -> new Collision();
            case "3F" -> new TablesGone();
            case "42" -> state.equals("42P01") ? new TablesGone() : new Unavailable();
            default -> new Unavailable();
        };
    }
}
