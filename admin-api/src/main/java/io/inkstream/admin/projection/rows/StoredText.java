package io.inkstream.admin.projection.rows;

/** Makes JSON storable: PostgreSQL holds every character but U+0000, which WhatsApp lets through. */
final class StoredText {
    private static final byte BACKSLASH = '\\';
    private static final int ESCAPE_LENGTH = 6;

    private StoredText() {}

    /** Replaces each escaped U+0000 by the replacement character U+FFFD; everything else stays byte for byte. */
    static byte[] storable(byte[] json) {
        int first = nextEscapedNul(json, 0);
        if (first < 0) {
            return json;
        }
        var copy = json.clone();
        for (int at = first; at >= 0; at = nextEscapedNul(json, at + ESCAPE_LENGTH)) {
            copy[at + 2] = 'f';
            copy[at + 3] = 'f';
            copy[at + 4] = 'f';
            copy[at + 5] = 'd';
        }
        return copy;
    }

    private static int nextEscapedNul(byte[] json, int from) {
        int i = from;
        while (i + ESCAPE_LENGTH <= json.length) {
            if (json[i] != BACKSLASH) {
                i++;
            } else if (isEscapedNul(json, i)) {
                return i;
            } else {
                i += 2; // whatever follows a backslash is escaped by it
            }
        }
        return -1;
    }

    private static boolean isEscapedNul(byte[] json, int at) {
        return json[at + 1] == 'u'
                && json[at + 2] == '0'
                && json[at + 3] == '0'
                && json[at + 4] == '0'
                && json[at + 5] == '0';
    }
}
