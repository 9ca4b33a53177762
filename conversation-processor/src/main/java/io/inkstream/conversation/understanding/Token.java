package io.inkstream.conversation.understanding;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a text that may hold figures. Positions are those of {@link Utterance#lower}.
 *
 * @param glued nothing stood between this piece and the one before
 */
record Token(Kind kind, String text, int start, int end, boolean glued) {

    enum Kind {
        NUMBER,
        WORD,
        SYMBOL,
        /** An @name or a web address: its digits are no figures. */
        NAME
    }

    boolean is(String word) {
        return text.equals(word);
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    /** @param text in lower case, as {@link Utterance#lower} is */
    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        var at = 0;
        while (at < text.length()) {
            var c = text.charAt(at);
            if (Character.isWhitespace(c) && c != '\n') {
                at++;
                continue;
            }
            var end = endOf(text, at, tokens);
            var glued = !tokens.isEmpty() && tokens.getLast().end() == at;
            tokens.add(new Token(kindAt(text, at, end), text.substring(at, end), at, end, glued));
            at = end;
        }
        return tokens;
    }

    private static Kind kindAt(String text, int at, int end) {
        if (isNameAt(text, at)) {
            return Kind.NAME;
        }
        if (isDigit(text.charAt(at))) {
            return Kind.NUMBER;
        }
        return Character.isLetter(text.charAt(at)) && end > at ? Kind.WORD : Kind.SYMBOL;
    }

    private static int endOf(String text, int at, List<Token> before) {
        var c = text.charAt(at);
        if (isNameAt(text, at)) {
            return endOfName(text, at);
        }
        if (isDigit(c)) {
            return endOfNumber(text, at);
        }
        if (isJoiningX(text, at)) {
            return at + 1;
        }
        if (Character.isLetter(c)) {
            return endOfWord(text, at, !before.isEmpty() && before.getLast().isNumber());
        }
        return at + 1;
    }

    /** The x of 10x12, of 12"x12" and of 10cmx12cm. */
    private static boolean isJoiningX(String text, int at) {
        return text.charAt(at) == 'x'
                && at > 0
                && at + 1 < text.length()
                && isDigit(text.charAt(at + 1))
                && (isDigit(text.charAt(at - 1))
                        || text.charAt(at - 1) == '"'
                        || Character.isLetter(text.charAt(at - 1))); // a word would have taken it, but for endOfWord
    }

    private static boolean isNameAt(String text, int at) {
        return switch (text.charAt(at)) {
            case '@' -> at + 1 < text.length() && isNamePart(text.charAt(at + 1));
            case 'h' -> text.startsWith("http://", at) || text.startsWith("https://", at);
            case 'w' -> text.startsWith("www.", at);
            default -> false;
        };
    }

    private static int endOfName(String text, int at) {
        var end = at + 1;
        var isHandle = text.charAt(at) == '@';
        while (end < text.length()
                && (isHandle ? isNamePart(text.charAt(end)) : !Character.isWhitespace(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    /** Digits with separators between digits: 1,200.50 or 1'500 or 7,5. */
    private static int endOfNumber(String text, int at) {
        var end = at + 1;
        while (end < text.length()
                && (isDigit(text.charAt(end))
                        || (isSeparator(text.charAt(end))
                                && end + 1 < text.length()
                                && isDigit(text.charAt(end + 1))))) {
            end++;
        }
        return end;
    }

    /** A word keeps digits that follow it (A4, L5), but the x of 10x12 or 10cmx12cm ends it. */
    private static int endOfWord(String text, int at, boolean afterNumber) {
        var end = at;
        while (end < text.length() && isWordPart(text, end)) {
            end++;
        }
        if (afterNumber && end < text.length() && isDigit(text.charAt(end))) {
            return end - at > 1 && text.charAt(end - 1) == 'x' ? end - 1 : end;
        }
        while (end < text.length() && (isDigit(text.charAt(end)) || isWordPart(text, end))) {
            end++;
        }
        return end;
    }

    private static boolean isWordPart(String text, int at) {
        var c = text.charAt(at);
        return Character.isLetter(c)
                || (c == '\''
                        && at > 0
                        && Character.isLetter(text.charAt(at - 1))
                        && at + 1 < text.length()
                        && Character.isLetter(text.charAt(at + 1)));
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == ',' || c == '\'';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
