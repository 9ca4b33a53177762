package io.inkstream.admin.projection;

/** Another writer moved the stored offset, or the projection was swapped: read the position again and go on from there. */
final class StalePosition extends RuntimeException {
    StalePosition(String where) {
        super("the stored offset of " + where + " is not the one this writer left", null, false, false);
    }
}
