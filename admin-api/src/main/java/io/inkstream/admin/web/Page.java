package io.inkstream.admin.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A stretch of a list, newest first. {@code nextCursor}: pass it to read on; absent at the end. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public static final int LIMIT_DEFAULT = 50;
    public static final int LIMIT_MAX = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** Cuts a list that was read with one item more than asked for. */
    public static <T> Page<T> cut(List<T> oneMore, int limit, Function<T, Cursor> cursor) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        var items = oneMore.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()).toText());
    }

    /** Whatever was asked for, within 1 and {@link #LIMIT_MAX}. */
    public static int limit(@Nullable Integer asked) {
        return asked == null ? LIMIT_DEFAULT : Math.clamp(asked, 1, LIMIT_MAX);
    }
}
