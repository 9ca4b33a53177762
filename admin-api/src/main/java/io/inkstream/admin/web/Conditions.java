package io.inkstream.admin.web;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The where clause of a list: only the filters that were asked for, so that each uses its index. */
public final class Conditions {
    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** Adds the clause when the value was given; the clause names it as {@code :parameter}. */
    public Conditions when(@Nullable Object value, String parameter, String clause) {
        if (value != null && !(value instanceof String text && text.isBlank())) {
            clauses.add(clause);
            parameters.put(parameter, stored(value));
        }
        return this;
    }

    /** Only what comes after the cursor in descending order of these two columns. */
    public Conditions after(@Nullable Cursor cursor, String time, String id) {
        if (cursor != null) {
            clauses.add("(" + time + ", " + id + ") < (:cursorAt, :cursorId)");
            parameters.put("cursorAt", cursor.at().atOffset(ZoneOffset.UTC));
            parameters.put("cursorId", cursor.id());
        }
        return this;
    }

    public Conditions with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** {@code " where ..."}, or nothing. */
    public String where() {
        return clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    /** Text between wildcards, its own wildcards taken literally. */
    public static @Nullable String containing(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var literal = text.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        return "%" + literal + "%";
    }

    /** A phone number as stored: digits only. */
    public static @Nullable String digits(@Nullable String phone) {
        if (phone == null || phone.isBlank()) {
            return null;
        }
        var digits = phone.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? "none" : digits; // nothing matches what is no number
    }

    /** As the column holds it; PostgreSQL holds no U+0000, so nothing matches it either. */
    private static Object stored(Object value) {
        return switch (value) {
            case String text -> text.replace('\u0000', '\uFFFD');
            case Enum<?> constant -> constant.name();
            default -> value;
        };
    }
}
