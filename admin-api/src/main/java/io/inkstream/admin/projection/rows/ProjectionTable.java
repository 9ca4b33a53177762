package io.inkstream.admin.projection.rows;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One table of the projection: its columns in row order, its key, and what happens when a key comes again.
 *
 * @param topic SQL for the topic that a row came from: a literal, or a column where several topics share the table
 * @param key columns that identify a row
 */
public record ProjectionTable(String name, String topic, List<Column> columns, Set<String> key, OnRepeat onRepeat) {

    /** Stands for the projection's schema in every statement. */
    public static final String SCHEMA = "{p}";

    /** A column; {@code type} as PostgreSQL writes it. */
    public record Column(String name, String type, boolean earliestWins) {

        /** JSON travels as text: arrays of it would need quoting twice. */
        String arrayType() {
            return type.equals("jsonb") ? "text" : type;
        }

        private String selected() {
            return type.equals("jsonb") ? name + "::jsonb" : name;
        }

        private String merged() {
            return earliestWins
                    ? name + " = least(t." + name + ", excluded." + name + ")"
                    : name + " = excluded." + name;
        }
    }

    /** What a second row of the same key does. */
    public sealed interface OnRepeat {

        /** Append-only: the first row stands. */
        record KeepFirst() implements OnRepeat {}

        /** The row with the greater value of this column stands; {@code orEqual}: also the later of two equal ones. */
        record KeepNewest(String column, boolean orEqual) implements OnRepeat {
            String condition() {
                return "excluded." + column + (orEqual ? " >= " : " > ") + "t." + column;
            }
        }
    }

    public ProjectionTable {
        columns = List.copyOf(columns);
        key = Set.copyOf(key);
    }

    static ProjectionTable keepFirst(String name, String topic, String key, String... columns) {
        return new ProjectionTable(name, topic, parse(columns), keyOf(key), new OnRepeat.KeepFirst());
    }

    static ProjectionTable keepNewest(String name, String topic, String key, String by, String... columns) {
        return new ProjectionTable(name, topic, parse(columns), keyOf(key), new OnRepeat.KeepNewest(by, false));
    }

    static ProjectionTable keepLatest(String name, String topic, String key, String by, String... columns) {
        return new ProjectionTable(name, topic, parse(columns), keyOf(key), new OnRepeat.KeepNewest(by, true));
    }

    /** Key columns in table order, separated by commas. */
    public String keyList() {
        return columns.stream().map(Column::name).filter(key::contains).collect(joining(", "));
    }

    public String columnList() {
        return columns.stream().map(Column::name).collect(joining(", "));
    }

    int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + " has no column " + column);
    }

    /** One statement for any number of rows: a parameter per column, each an array. */
    String insertSql() {
        return "insert into " + SCHEMA + "." + name + " as t (" + columnList() + ") select "
                + columns.stream().map(Column::selected).collect(joining(", "))
                + " from unnest(" + columns.stream().map(c -> "?").collect(joining(", ")) + ") as r(" + columnList()
                + ") on conflict (" + keyList() + ") do " + resolution();
    }

    String deleteSql() {
        return "delete from " + SCHEMA + "." + name + " where " + keyList() + " = any(?)";
    }

    private String resolution() {
        return switch (onRepeat) {
            case OnRepeat.KeepFirst _ -> "nothing";
            case OnRepeat.KeepNewest newest ->
                "update set "
                        + columns.stream()
                                .filter(column -> !key.contains(column.name()))
                                .map(Column::merged)
                                .collect(joining(", "))
                        + " where " + newest.condition();
        };
    }

    private static Set<String> keyOf(String key) {
        return Set.of(key.split(" "));
    }

    /** {@code "name type"}, or {@code "name type earliest"}. */
    private static List<Column> parse(String... columns) {
        return Stream.of(columns)
                .map(column -> column.split(" "))
                .map(parts -> new Column(parts[0], parts[1], parts.length > 2))
                .toList();
    }
}
