package io.inkstream.conversation.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the lengths in a text: figures, fractions and number words, with the unit after them. */
final class Lengths {
    private static final Map<String, Double> CM_PER_UNIT = Map.ofEntries(
            Map.entry("cm", 1.0),
            Map.entry("cms", 1.0),
            Map.entry("cmts", 1.0),
            Map.entry("centimetre", 1.0),
            Map.entry("centimetres", 1.0),
            Map.entry("centimeter", 1.0),
            Map.entry("centimeters", 1.0),
            Map.entry("centi", 1.0),
            Map.entry("centis", 1.0),
            Map.entry("centimetro", 1.0),
            Map.entry("centimetros", 1.0),
            Map.entry("mm", 0.1),
            Map.entry("mms", 0.1),
            Map.entry("millimetre", 0.1),
            Map.entry("millimetres", 0.1),
            Map.entry("millimeters", 0.1),
            Map.entry("milimetros", 0.1),
            Map.entry("m", 100.0),
            Map.entry("metre", 100.0),
            Map.entry("metres", 100.0),
            Map.entry("meter", 100.0),
            Map.entry("meters", 100.0),
            Map.entry("metro", 100.0),
            Map.entry("metros", 100.0),
            Map.entry("in", 2.54),
            Map.entry("ins", 2.54),
            Map.entry("inch", 2.54),
            Map.entry("inchs", 2.54),
            Map.entry("inchez", 2.54),
            Map.entry("inche", 2.54),
            Map.entry("inches", 2.54),
            Map.entry("pulgada", 2.54),
            Map.entry("pulgadas", 2.54),
            Map.entry("\"", 2.54),
            Map.entry("ft", 30.48),
            Map.entry("foot", 30.48),
            Map.entry("feet", 30.48));

    private static final Set<String> JOINERS = Set.of("x", "by", "*", "por");
    private static final Set<String> FILLERS = Set.of("ish", "odd", "or", "so", "-", "🤏", "~");
    private static final Set<String> WIDE =
            Set.of("wide", "width", "across", "ancho", "w", "horizontal", "horizontally");
    private static final Set<String> TALL = Set.of(
            "tall", "high", "height", "long", "length", "alto", "largo", "h", "l", "vertical", "vertically", "down");
    private static final Set<String> ARTICLES = Set.of("a", "an", "una");
    private static final Set<String> HALVES = Set.of("half", "medio", "media");
    private static final Set<String> NO_LENGTH = PhraseFile.read("sizes").words("no-length");
    private static final Set<String> NOT_AFTER = PhraseFile.read("sizes").words("no-length-after");

    private Lengths() {}

    /** Which side of the piece a length was said to be. */
    enum Side {
        WIDTH,
        HEIGHT,
        UNSAID
    }

    /**
     * One length as written.
     *
     * @param cmPerUnit of the unit that was said; 1 when none was
     * @param first the first token it took
     * @param next the token after it, its unit and its side
     */
    record Length(double figure, double cmPerUnit, boolean hasUnit, Side side, int first, int next) {
        double cm() {
            return figure * cmPerUnit;
        }

        Length in(double newCmPerUnit) {
            return new Length(figure, newCmPerUnit, hasUnit, side, first, next);
        }

        private Length after(int start, Side newSide, int end) {
            return new Length(figure, cmPerUnit, hasUnit, newSide, start, end);
        }
    }

    static boolean isFiller(Token token) {
        return FILLERS.contains(token.text());
    }

    static boolean isJoiner(Token token) {
        return JOINERS.contains(token.text());
    }

    static List<Length> in(List<Token> tokens) {
        var lengths = new ArrayList<Length>();
        for (int at = 0; at < tokens.size(); ) {
            var length = at(tokens, at);
            if (length == null) {
                at++;
            } else {
                lengths.add(withSide(
                        tokens,
                        length,
                        lengths.isEmpty() ? 0 : lengths.getLast().next()));
                at = lengths.getLast().next();
            }
        }
        return lengths;
    }

    private static @Nullable Length at(List<Token> tokens, int at) {
        var figure = figure(tokens, at);
        if (figure == null) {
            return null;
        }
        var unitAt = unitAt(tokens, figure.next());
        if (unitAt < 0) {
            return isOnlyArticle(tokens, at) || isSomethingElse(tokens, at, figure.next()) ? null : figure;
        }
        var perUnit = CM_PER_UNIT.getOrDefault(plain(tokens.get(unitAt)), 1.0);
        var half = andAHalf(tokens, unitAt + 1);
        return new Length(figure.figure() + (half > 0 ? 0.5 : 0), perUnit, true, Side.UNSAID, at, unitAt + 1 + half);
    }

    /** Money, a date, a count: "£300", "17 March", "3 tattoos". */
    private static boolean isSomethingElse(List<Token> tokens, int at, int next) {
        var before = at > 0 ? tokens.get(at - 1) : null;
        var after = next < tokens.size() ? tokens.get(next) : null;
        return (before != null && (Currencies.isCurrency(before) || NOT_AFTER.contains(before.text())))
                || (after != null && (Currencies.isCurrency(after) || NO_LENGTH.contains(after.text())));
    }

    /** "An inch", "half an inch": the article alone is no figure. */
    private static boolean isOnlyArticle(List<Token> tokens, int at) {
        return tokens.get(at).kind() == Token.Kind.WORD
                && (ARTICLES.contains(tokens.get(at).text())
                        || HALVES.contains(tokens.get(at).text()));
    }

    private static @Nullable Length figure(List<Token> tokens, int at) {
        var token = tokens.get(at);
        if (token.isNumber()) {
            return withFraction(tokens, at);
        }
        if (HALVES.contains(token.text())) {
            var article = at + 1 < tokens.size()
                    && ARTICLES.contains(tokens.get(at + 1).text());
            return plainFigure(0.5, at, article ? at + 2 : at + 1);
        }
        var spoken = token.kind() == Token.Kind.WORD ? SpokenNumber.at(tokens, at) : null;
        if (spoken != null) {
            return plainFigure(spoken.value().doubleValue(), at, spoken.next());
        }
        return ARTICLES.contains(token.text()) ? plainFigure(1, at, at + 1) : null;
    }

    /** "3 1/2", "1/2", "2 and a half". */
    private static @Nullable Length withFraction(List<Token> tokens, int at) {
        var whole = Figures.decimal(tokens.get(at).text());
        if (whole == null) {
            return null;
        }
        var alone = fraction(tokens, at);
        if (alone > 0) {
            return plainFigure(alone, at, at + 3);
        }
        var after = at + 1 < tokens.size() && !tokens.get(at + 1).glued() ? fraction(tokens, at + 1) : 0;
        if (after > 0) {
            return plainFigure(whole + after, at, at + 4);
        }
        var half = andAHalf(tokens, at + 1);
        return plainFigure(whole + (half > 0 ? 0.5 : 0), at, at + 1 + half);
    }

    /** One half, a quarter, three eighths; 0 for anything else, "10/12" for one. */
    private static double fraction(List<Token> tokens, int at) {
        var isWritten = at + 2 < tokens.size()
                && tokens.get(at).isNumber()
                && tokens.get(at + 1).is("/")
                && tokens.get(at + 1).glued()
                && tokens.get(at + 2).glued()
                && tokens.get(at).text().length() == 1
                && Set.of("2", "3", "4", "8").contains(tokens.get(at + 2).text());
        if (!isWritten) {
            return 0;
        }
        var share = (tokens.get(at).text().charAt(0) - '0')
                / (double) (tokens.get(at + 2).text().charAt(0) - '0');
        return share < 1 ? share : 0;
    }

    /** How many tokens "and a half" or "y medio" takes here; 0 when neither is. */
    private static int andAHalf(List<Token> tokens, int at) {
        if (at + 1 >= tokens.size()) {
            return 0;
        }
        if (tokens.get(at).is("y") && HALVES.contains(tokens.get(at + 1).text())) {
            return 2;
        }
        var isSaid = at + 2 < tokens.size()
                && tokens.get(at).is("and")
                && tokens.get(at + 1).is("a")
                && tokens.get(at + 2).is("half");
        return isSaid ? 3 : 0;
    }

    private static Length plainFigure(double figure, int first, int next) {
        return new Length(figure, 1.0, false, Side.UNSAID, first, next);
    }

    /** Where the unit of a figure stands, behind at most two fillers ("20 ish cm"); -1 when it has none. */
    private static int unitAt(List<Token> tokens, int at) {
        var unit = at;
        while (unit < tokens.size()
                && unit < at + 2
                && FILLERS.contains(tokens.get(unit).text())) {
            unit++;
        }
        if (unit > at && unit < tokens.size() && tokens.get(unit).is("in")) {
            return -1;
        }
        return unit < tokens.size() && isUnit(tokens, unit) ? unit : -1;
    }

    /** "in" is a unit when it touches its number or nothing speaks of a place after it: "3 in the middle" is none. */
    private static boolean isUnit(List<Token> tokens, int at) {
        var token = tokens.get(at);
        if (!token.is("in")) {
            return CM_PER_UNIT.containsKey(plain(token));
        }
        if (token.glued() || at + 1 == tokens.size()) {
            return true;
        }
        var next = tokens.get(at + 1);
        return isJoiner(next) || side(next) != Side.UNSAID || next.kind() == Token.Kind.SYMBOL;
    }

    private static String plain(Token token) {
        return token.kind() == Token.Kind.WORD ? Utterance.withoutAccents(token.text()) : token.text();
    }

    /** "10 tall", "10cm de alto", "height 10", "w10": a side is said after the length, or before it. */
    private static Length withSide(List<Token> tokens, Length length, int from) {
        if (length.first() > from && side(tokens.get(length.first() - 1)) != Side.UNSAID) {
            return length.after(length.first() - 1, side(tokens.get(length.first() - 1)), length.next());
        }
        if (length.first() > from + 1
                && tokens.get(length.first() - 1).is(":")
                && side(tokens.get(length.first() - 2)) != Side.UNSAID) {
            return length.after(length.first() - 2, side(tokens.get(length.first() - 2)), length.next());
        }
        var after = length.next();
        if (after < tokens.size()
                && (tokens.get(after).is("de") || tokens.get(after).is("in"))) {
            after++;
        }
        if (after < tokens.size() && side(tokens.get(after)) != Side.UNSAID) {
            return length.after(length.first(), side(tokens.get(after)), after + 1);
        }
        for (int before = length.first() - 1; before >= Math.max(from, length.first() - 2); before--) {
            if (side(tokens.get(before)) != Side.UNSAID) {
                return length.after(before, side(tokens.get(before)), length.next());
            }
        }
        return length;
    }

    private static Side side(Token token) {
        if (WIDE.contains(token.text())) {
            return Side.WIDTH;
        }
        return TALL.contains(token.text()) ? Side.HEIGHT : Side.UNSAID;
    }
}
