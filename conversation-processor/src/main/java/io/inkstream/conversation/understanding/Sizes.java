package io.inkstream.conversation.understanding;

import io.inkstream.conversation.understanding.Lengths.Length;
import io.inkstream.conversation.understanding.Lengths.Side;
import io.inkstream.conversation.understanding.Reading.NeedsConfirmation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a size: "10x15cm", "10 by 12", "3 in", "10 cm tall and 6 cm wide", "palm sized". Centimetres unless said. */
public final class Sizes {
    private static final PhraseFile WORDS = PhraseFile.read("sizes");
    private static final double SIDE_CM_MAX = 100;
    private static final double BARE_NUMBER_MIN = 3;
    private static final Set<String> RANGE_JOINERS = Set.of("-", "to", "or", "a", "o", "/");
    private static final Set<String> RANGE_ENDS = Set.of("and", "y");
    private static final Set<String> BETWEEN = Set.of("between", "entre");
    private static final Set<String> LIST_JOINERS = Set.of("and", "\n", ",", "y", "&", "x", "by", "*", "por", "about");

    private static final Phrases VAGUE = WORDS.section("vague");

    private Sizes() {}

    /** Reads an answer to the question about the size. */
    public static Reading<Size> read(Utterance text) {
        var figures = readFigures(text);
        if (figures instanceof Reading.Understood<Size>) {
            return figures;
        }
        var thing = SizeWords.read(text);
        if (thing != null) {
            return thing;
        }
        if (figures != null) {
            return figures;
        }
        if (DontKnow.isSaidIn(text)) {
            return DontKnow.reading(text);
        }
        return Reading.notUnderstood(VAGUE.isIn(text.words()) ? "vague" : "no-size");
    }

    /** A size mentioned in passing: only what is unmistakable, a pair or a figure with its unit. */
    public static @Nullable String mentionedIn(Utterance text) {
        if (text.lower().chars().noneMatch(Character::isDigit)) {
            return null;
        }
        return readFigures(text) instanceof Reading.Understood<Size> size ? size.span() : null;
    }

    private static @Nullable Reading<Size> readFigures(Utterance text) {
        var tokens = text.tokens();
        var lengths = Lengths.in(tokens);
        for (int i = 0; i + 1 < lengths.size(); i++) {
            if (isRange(tokens, lengths.get(i), lengths.get(i + 1))) {
                return range(text, tokens, lengths.get(i), lengths.get(i + 1));
            }
            if (isPair(tokens, lengths.get(i), lengths.get(i + 1))) {
                return pair(text, tokens, lengths.get(i), lengths.get(i + 1));
            }
        }
        for (var length : lengths) {
            if (length.hasUnit() || length.side() != Side.UNSAID) {
                return judged(length.cm(), length.cm(), "size.one-length", span(text, tokens, length, length));
            }
        }
        return lengths.size() == 1 ? bareNumber(text, tokens, lengths.getFirst()) : null;
    }

    /** "10-12 cm", "between 4 and 5 inches": one of them has the unit for both. */
    private static boolean isRange(List<Token> tokens, Length first, Length second) {
        if (second.first() - first.next() != 1 || !second.hasUnit()) {
            return false;
        }
        var joiner = tokens.get(first.next()).text();
        var isBetween = first.first() > 0
                && BETWEEN.contains(tokens.get(first.first() - 1).text());
        return RANGE_JOINERS.contains(joiner) || (isBetween && RANGE_ENDS.contains(joiner));
    }

    /** Of a range the upper end. */
    private static Reading<Size> range(Utterance text, List<Token> tokens, Length first, Length second) {
        var one = first.hasUnit() ? first : first.in(second.cmPerUnit());
        var longest = Math.max(one.cm(), second.cm());
        return judged(longest, longest, "size.range", span(text, tokens, first, second));
    }

    private static boolean isPair(List<Token> tokens, Length first, Length second) {
        var between = tokens.subList(first.next(), second.first());
        while (between.size() > 1 && Lengths.isFiller(between.getFirst())) {
            between = between.subList(1, between.size());
        }
        if (between.size() == 1 && Lengths.isJoiner(between.getFirst())) {
            return true;
        }
        var saysBoth = first.hasUnit() && second.hasUnit();
        var namesBoth = first.side() != Side.UNSAID && second.side() != Side.UNSAID && first.side() != second.side();
        return (saysBoth || namesBoth) && between.stream().allMatch(token -> LIST_JOINERS.contains(token.text()));
    }

    /** A unit said once stands for both. */
    private static Reading<Size> pair(Utterance text, List<Token> tokens, Length first, Length second) {
        var unit = first.hasUnit() ? first.cmPerUnit() : second.cmPerUnit();
        var one = first.hasUnit() ? first : first.in(unit);
        var other = second.hasUnit() ? second : second.in(unit);
        var tallFirst = first.side() == Side.HEIGHT || second.side() == Side.WIDTH;
        var span = span(text, tokens, first, second);
        return tallFirst
                ? judged(other.cm(), one.cm(), "size.tall-wide", span)
                : judged(one.cm(), other.cm(), "size.pair", span);
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

    private static String span(Utterance text, List<Token> tokens, Length first, Length last) {
        var end = Math.min(tokens.get(last.next() - 1).end(), text.clean().length());
        return text.clean().substring(Math.min(tokens.get(first.first()).start(), end), end);
    }
}
