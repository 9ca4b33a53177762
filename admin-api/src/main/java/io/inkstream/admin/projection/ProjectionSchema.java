package io.inkstream.admin.projection;

/** One set of projection tables. {@code format}: the shape of its tables, see {@code Tables.FORMAT}. */
public record ProjectionSchema(int number, int format) {
    public String schema() {
        return "proj_" + number;
    }
}
