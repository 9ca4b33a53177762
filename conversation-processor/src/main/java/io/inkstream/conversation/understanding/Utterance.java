package io.inkstream.conversation.understanding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A client's text, prepared once for all parsers. Immutable; equal to another of the same words as written. */
public final class Utterance {

    /** Longer texts are read up to here: no answer of interest is longer, and parsing time stays bounded. */
    static final int LENGTH_READ_MAX = 4_096;

    private final String said;
    private final String clean;
    private final String lower;
    private final List<String> words;

    /** Made when first asked for; a race makes them twice, and both are the same. */
    private @Nullable List<Token> tokens;

    private @Nullable List<String> clauses;

    private Utterance(String said, String clean, String lower, List<String> words) {
        this.said = said;
        this.clean = clean;
        this.lower = lower;
        this.words = Collections.unmodifiableList(words);
    }

    public static Utterance of(String said) {
        var trimmed = said.strip();
        var read = shortened(trimmed);
        var clean = shortened(unify(read)); // one character may stand for eighteen
        var lower = clean.toLowerCase(Locale.ROOT);
        return new Utterance(trimmed, clean, lower, words(lower));
    }

    private static String shortened(String text) {
        return text.length() <= LENGTH_READ_MAX ? text : text.substring(0, LENGTH_READ_MAX);
    }

    /** The words as written, trimmed. */
    public String said() {
        return said;
    }

    /** Typographic variants unified (quotes, dashes, full-width and foreign digits, multiplication signs), case kept. */
    public String clean() {
        return clean;
    }

    /** {@link #clean} in lower case. */
    public String lower() {
        return lower;
    }

    /** Lower-case words without accents, apostrophes and punctuation; symbols are no words. */
    public List<String> words() {
        return words;
    }

    List<Token> tokens() {
        var made = tokens;
        if (made == null) {
            made = List.copyOf(Token.of(lower));
            tokens = made;
        }
        return made;
    }

    List<String> clauses() {
        var made = clauses;
        if (made == null) {
            made = List.copyOf(Clauses.of(tokens()));
            clauses = made;
        }
        return made;
    }

    /** Nothing that could be read: blank, or only invisible characters. */
    public boolean isEmpty() {
        return clean.isEmpty();
    }

    /** Whether it has the shape of a question. */
    public boolean endsAsQuestion() {
        return lower.endsWith("?") || lower.startsWith("¿");
    }

    /** Only emoji and punctuation: nothing a word parser can use. */
    public boolean hasNoWords() {
        return words.isEmpty();
    }

    private static String unify(String text) {
        if (isPlainAscii(text)) {
            return collapseSpaces(text);
        }
        var composed = Normalizer.normalize(withoutVulgarFractions(text), Normalizer.Form.NFKC);
        var out = new StringBuilder(composed.length());
        composed.codePoints().forEach(point -> appendUnified(out, point));
        return collapseSpaces(out.toString());
    }

    /** "2½" is 2.5; its normal form would be 21/2. */
    private static String withoutVulgarFractions(String text) {
        if (text.indexOf('½') < 0 && text.indexOf('¼') < 0 && text.indexOf('¾') < 0) {
            return text;
        }
        var out = new StringBuilder(text.length() + 4);
        for (int i = 0; i < text.length(); i++) {
            var decimals = decimals(text.charAt(i));
            if (decimals.isEmpty()) {
                out.append(text.charAt(i));
            } else {
                var isAfterDigit = i > 0 && text.charAt(i - 1) >= '0' && text.charAt(i - 1) <= '9';
                out.append(isAfterDigit ? "" : "0").append(decimals);
            }
        }
        return out.toString();
    }

    private static String decimals(char fraction) {
        return switch (fraction) {
            case '¼' -> ".25";
            case '½' -> ".5";
            case '¾' -> ".75";
            default -> "";
        };
    }

    private static void appendUnified(StringBuilder out, int point) {
        switch (point) {
            case 0x2018, 0x2019, 0x02BC, 0x00B4 -> out.append('\'');
            case 0x201C, 0x201D, 0x2033 -> out.append('"');
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212 -> out.append('-');
            case 0x00D7, 0x2715, 0x2716, 0x0445, 0x0425 -> out.append('x'); // incl. Cyrillic ha, typed for x
            case 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFE0F -> {}
            default -> {
                if (Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER) {
                    out.append((char) ('0' + Character.digit(point, 10)));
                } else {
                    out.appendCodePoint(point);
                }
            }
        }
    }

    private static boolean isPlainAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static String collapseSpaces(String text) {
        var out = new StringBuilder(text.length());
        var pendingSpace = false;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                pendingSpace = false;
                if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
                    out.append('\n');
                }
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                pendingSpace = !out.isEmpty() && out.charAt(out.length() - 1) != '\n';
            } else {
                if (pendingSpace) {
                    out.append(' ');
                    pendingSpace = false;
                }
                out.append(c);
            }
        }
        var end = out.length();
        while (end > 0 && out.charAt(end - 1) == '\n') {
            end--;
        }
        return out.substring(0, end);
    }

    private static List<String> words(String lower) {
        var plain = withoutAccents(lower);
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            var c = plain.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (c != '\'' && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    /** Folds accents: "sí" and "si" are one word to us. */
    static String withoutAccents(String text) {
        if (isPlainAscii(text)) {
            return text;
        }
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        var out = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            var c = decomposed.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append(c);
            }
        }
        return out.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Utterance utterance && said.equals(utterance.said);
    }

    @Override
    public int hashCode() {
        return said.hashCode();
    }

    @Override
    public String toString() {
        return "Utterance[" + said.length() + " characters]"; // a client's words stay out of logs
    }
}
