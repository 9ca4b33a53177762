package io.inkstream.sheets;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes text that came from a person safe and acceptable as a cell. RAW writing already keeps {@code =1+1} from being
 * calculated here, but the sheet may be exported and opened elsewhere, or a person may edit the cell and have it read again.
 */
final class CellText {

    /** Google refuses the whole call when one cell is longer. */
    static final int CHARACTERS_MAX = 50_000;

    /** A phone number as people write it, 7 to 15 digits, or a plain number: the only text that may begin with a sign. */
    private static final Pattern PHONE_OR_NUMBER =
            Pattern.compile("\\+\\d(?:[ ()./-]*\\d){6,14}|[+-]?\\d*(?:[.,]\\d+)*");

    private CellText() {}

    /** The text to write: apostrophe in front of anything that a spreadsheet could run, and cut to what a cell can hold. */
    static String safe(String text) {
        return cut(neutralised(storable(text)));
    }

    private static String neutralised(String text) {
        return runnable(text) ? "'" + text : text;
    }

    /** Programs trim before they judge, and take full-width signs for plain ones. */
    private static boolean runnable(String text) {
        var visible = text.substring(firstVisible(text));
        if (startsALine(text) || visible.isEmpty()) {
            return startsALine(text);
        }
        return switch (visible.charAt(0)) {
            case '=', '@', '\uff1d', '\uff20', '\uff0b', '\uff0d' -> true;
            case '+', '-' -> !phoneOrNumber(visible);
            default -> false;
        };
    }

    private static boolean phoneOrNumber(String text) {
        return text.length() > 1 && PHONE_OR_NUMBER.matcher(text).matches();
    }

    /** Tab, CR and LF end a field or a record where a sheet is exported. */
    private static boolean startsALine(String text) {
        return !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
    }

    private static int firstVisible(String text) {
        var at = 0;
        while (at < text.length() && invisible(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean invisible(char unit) {
        return Character.isWhitespace(unit)
                || Character.isSpaceChar(unit)
                || Character.isISOControl(unit)
                || Character.getType(unit) == Character.FORMAT;
    }

    /** NUL and halves of surrogate pairs have no place in a JSON request or a cell; everything else is kept as it is. */
    private static String storable(String text) {
        var clean = true;
        for (var i = 0; clean && i < text.length(); i++) {
            var unit = text.charAt(i);
            clean = unit != 0 && !Character.isSurrogate(unit);
        }
        if (clean) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point != 0)
                .forEach(point -> kept.appendCodePoint(halfPair(point) ? 0xFFFD : point));
        return kept.toString();
    }

    private static boolean halfPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** Cuts between two characters as a reader sees them, and says how long the text was. */
    private static String cut(String text) {
        if (text.length() <= CHARACTERS_MAX) {
            return text;
        }
        var note = " [cut: " + text.length() + " characters]";
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        return text.substring(0, characters.preceding(CHARACTERS_MAX - note.length() + 1)) + note;
    }
}
