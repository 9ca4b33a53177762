package io.inkstream.conversation;

/** Makes a client's words safe to repeat inside our own texts. */
final class ClientWords {
    /** Long enough to recognise, short enough for every limit of WhatsApp. */
    private static final int QUOTED_MAX = 120;

    private ClientWords() {}

    /** Short, on one line, and without braces: nobody may smuggle an action link's placeholder into a message of ours. */
    static String quoted(String words) {
        var line = withoutPlaceholders(words).replace('\n', ' ').strip();
        return line.length() <= QUOTED_MAX ? line : cut(line, QUOTED_MAX) + "…";
    }

    static String withoutPlaceholders(String words) {
        return words.replace('{', '(').replace('}', ')');
    }

    /** At most {@code length} characters, never half of a surrogate pair. */
    static String cut(String text, int length) {
        var end = Math.min(length, text.length());
        return text.substring(
                0, end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
