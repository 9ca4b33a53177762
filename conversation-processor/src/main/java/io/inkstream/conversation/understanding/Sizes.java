package io.inkstream.conversation.understanding;

import io.inkstream.conversation.understanding.Reading.NeedsConfirmation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a size: "10x15cm", "10 by 12", "3 in", "10 cm tall and 6 cm wide", "palm sized". Centimetres unless said. */
public final class Sizes {
    private static final double SIDE_CM_MAX = 100;
    private static final double BARE_NUMBER_MIN = 3;

    private static final Map<String, Double> CM_PER_UNIT = Map.ofEntries(
            Map.entry("cm", 1.0),
            Map.entry("cms", 1.0),
            Map.entry("centimetre", 1.0),
            Map.entry("centimetres", 1.0),
            Map.entry("centimeter", 1.0),
            Map.entry("centimeters", 1.0),
            Map.entry("centimetro", 1.0),
            Map.entry("centimetros", 1.0),
            Map.entry("centímetros", 1.0),
            Map.entry("mm", 0.1),
            Map.entry("millimetres", 0.1),
            Map.entry("millimeters", 0.1),
            Map.entry("m", 100.0),
            Map.entry("metre", 100.0),
            Map.entry("meter", 100.0),
            Map.entry("in", 2.54),
            Map.entry("inch", 2.54),
            Map.entry("inches", 2.54),
            Map.entry("pulgadas", 2.54),
            Map.entry("\"", 2.54));

    private static final Set<String> JOINERS = Set.of("x", "by", "*", "por");
    private static final Set<String> LIST_JOINERS = Set.of("and", "\n", ",", "y", "&");
    private static final Set<String> WIDE = Set.of("wide", "width", "across", "ancho");
    private static final Set<String> TALL = Set.of("tall", "high", "height", "long", "length", "alto", "largo");

    /** Bare words need "size" beside them, or to stand almost alone, so that a hand as a place is no size. */
    private static final Map<String, Size> SIZE_WORDS = Map.ofEntries(
            Map.entry("coin", Size.ofCm(2.5, 2.5)),
            Map.entry("credit card", Size.ofCm(8.6, 5.4)),
            Map.entry("palm", Size.ofCm(10, 8)),
            Map.entry("fist", Size.ofCm(10, 10)),
            Map.entry("hand", Size.ofCm(18, 10)),
            Map.entry("a6", Size.ofCm(10.5, 14.8)),
            Map.entry("a5", Size.ofCm(14.8, 21)),
            Map.entry("a4", Size.ofCm(21, 29.7)),
            Map.entry("a3", Size.ofCm(29.7, 42)),
            Map.entry("moneda", Size.ofCm(2.5, 2.5)),
            Map.entry("palma", Size.ofCm(10, 8)),
            Map.entry("mano", Size.ofCm(18, 10)),
            Map.entry("half sleeve", new Size(null, null, "XL")),
            Map.entry("full sleeve", new Size(null, null, "XL")),
            Map.entry("sleeve", new Size(null, null, "XL")),
            Map.entry("full back", new Size(null, null, "XL")),
            Map.entry("back piece", new Size(null, null, "XL")),
            Map.entry("back", new Size(null, null, "XL")));

    private static final PhraseFile WORDS = PhraseFile.read("sizes");
    private static final Phrases SIZE_WORD_PHRASES =
            Phrases.of(SIZE_WORDS.keySet().toArray(String[]::new));
    private static final Phrases SAYS_SIZE = WORDS.section("says-size");
    private static final int FEW_WORDS = 4;

    private Sizes() {}

    /** One length as written: in cm, whether a unit was said, and the tokens [first, next) that it took. */
    private record Length(double cm, double figure, boolean hasUnit, double cmPerUnit, int first, int next) {}

    /** Reads an answer to the question about the size. */
    public static Reading<Size> read(Utterance text) {
        var figures = readFigures(text);
        if (figures != null) {
            return figures;
        }
        var worded = readWords(text);
        if (worded != null) {
            return worded;
        }
        return DontKnow.isSaidIn(text) ? DontKnow.reading(text) : Reading.notUnderstood("no-size");
    }

    /** A size mentioned in passing: only what is unmistakable, a pair or a figure with its unit. */
    public static @Nullable String mentionedIn(Utterance text) {
        if (figureless(text)) {
            return null;
        }
        return readFigures(text) instanceof Reading.Understood<Size> size ? size.span() : null;
    }

    private static boolean figureless(Utterance text) {
        return text.lower().chars().noneMatch(Character::isDigit);
    }

    private static @Nullable Reading<Size> readFigures(Utterance text) {
        var tokens = Token.of(text);
        var lengths = lengths(tokens);
        for (int i = 0; i + 1 < lengths.size(); i++) {
            var first = lengths.get(i);
            var second = lengths.get(i + 1);
            if (isPair(tokens, first, second)) {
                return pair(text, tokens, first, second);
            }
        }
        for (var length : lengths) {
            if (length.hasUnit()) {
                return judged(length.cm(), length.cm(), "size.one-length", span(text, tokens, length, length));
            }
        }
        return lengths.size() == 1 ? bareNumber(text, tokens, lengths.getFirst()) : null;
    }

    private static boolean isPair(List<Token> tokens, Length first, Length second) {
        var between = tokens.subList(first.next(), second.first());
        if (between.size() == 1 && JOINERS.contains(between.getFirst().text())) {
            return true;
        }
        return first.hasUnit()
                && second.hasUnit()
                && between.stream().allMatch(t -> LIST_JOINERS.contains(t.text()) || isSide(t));
    }

    private static boolean isSide(Token token) {
        return WIDE.contains(token.text()) || TALL.contains(token.text());
    }

    private static Reading<Size> pair(Utterance text, List<Token> tokens, Length first, Length second) {
        var unit = first.hasUnit() ? first.cmPerUnit() : second.hasUnit() ? second.cmPerUnit() : 1.0;
        var a = first.hasUnit() ? first.cm() : first.figure() * unit;
        var b = second.hasUnit() ? second.cm() : second.figure() * unit;
        var tallFirst = isFollowedBy(tokens, first, TALL) || isFollowedBy(tokens, second, WIDE);
        var span = span(text, tokens, first, second);
        return tallFirst ? judged(b, a, "size.tall-wide", span) : judged(a, b, "size.pair", span);
    }

    private static boolean isFollowedBy(List<Token> tokens, Length length, Set<String> words) {
        return length.next() < tokens.size()
                && words.contains(tokens.get(length.next()).text());
    }

    private static Reading<Size> judged(double width, double height, String rule, String span) {
        if (width <= 0 || height <= 0) {
            return Reading.notUnderstood("zero");
        }
        if (width > SIDE_CM_MAX || height > SIDE_CM_MAX) {
            return width > SIDE_CM_MAX * 100 || height > SIDE_CM_MAX * 100
                    ? Reading.notUnderstood("absurd")
                    : new NeedsConfirmation<>(Size.ofCm(width, height), rule, span, "over-a-metre");
        }
        return Reading.understood(Size.ofCm(width, height), rule, span);
    }

    private static Reading<Size> bareNumber(Utterance text, List<Token> tokens, Length length) {
        if (length.figure() < BARE_NUMBER_MIN) {
            return Reading.notUnderstood("bare-number");
        }
        var size = judged(length.cm(), length.cm(), "size.bare-number", span(text, tokens, length, length));
        return size instanceof Reading.Understood<Size> understood
                ? new NeedsConfirmation<>(understood.value(), understood.rule(), understood.span(), "no-unit")
                : size;
    }

    private static @Nullable Reading<Size> readWords(Utterance text) {
        var found = SIZE_WORD_PHRASES.firstIn(text.words());
        if (found == null || (text.words().size() > FEW_WORDS && !SAYS_SIZE.isIn(text.words()))) {
            return null;
        }
        var size = SIZE_WORDS.get(found);
        return size == null ? null : Reading.understood(size, "size.word", found);
    }

    private static List<Length> lengths(List<Token> tokens) {
        var lengths = new ArrayList<Length>();
        for (int i = 0; i < tokens.size(); i++) {
            var figure = figure(tokens.get(i));
            if (figure == null) {
                continue;
            }
            var unit = i + 1 < tokens.size() && isUnit(tokens, i + 1)
                    ? CM_PER_UNIT.get(tokens.get(i + 1).text())
                    : null;
            lengths.add(
                    unit == null
                            ? new Length(figure, figure, false, 1.0, i, i + 1)
                            : new Length(figure * unit, figure, true, unit, i, i + 2));
        }
        return lengths;
    }

    /** "in" is a unit when it touches its number or nothing speaks of a place after it: "3 in the middle" is none. */
    private static boolean isUnit(List<Token> tokens, int at) {
        var token = tokens.get(at);
        if (!token.is("in")) {
            return CM_PER_UNIT.containsKey(token.text());
        }
        if (token.glued() || at + 1 == tokens.size()) {
            return true;
        }
        var next = tokens.get(at + 1);
        return JOINERS.contains(next.text()) || isSide(next) || next.kind() == Token.Kind.SYMBOL;
    }

    private static @Nullable Double figure(Token token) {
        if (token.isNumber()) {
            return Figures.decimal(token.text());
        }
        var worded = token.kind() == Token.Kind.WORD ? NumberWords.value(token.text()) : null;
        return worded == null ? null : worded.doubleValue();
    }

    private static String span(Utterance text, List<Token> tokens, Length first, Length last) {
        var end = Math.min(tokens.get(last.next() - 1).end(), text.clean().length());
        return text.clean().substring(Math.min(tokens.get(first.first()).start(), end), end);
    }
}
