package io.inkstream.conversation.understanding;

import io.inkstream.conversation.understanding.Lengths.Length;
import io.inkstream.conversation.understanding.Lengths.Side;
import io.inkstream.conversation.understanding.Reading.NeedsConfirmation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a size: "10x15cm", "10 by 12", "3 in", "10 cm tall and 6 cm wide", "palm sized". Centimetres unless said. */
public final class Sizes {
    private static final PhraseFile WORDS = PhraseFile.read("sizes");
    private static final double SIDE_CM_MAX = 100;
    private static final double BARE_NUMBER_MIN = 3;
    private static final int FEW_WORDS = 4;
    private static final Set<String> LIST_JOINERS = Set.of("and", "\n", ",", "y", "&", "x", "by", "*", "por", "about");

    /** Sizes of things, by the section of {@code sizes.phrases} that lists their names. */
    private static final Map<String, Size> THINGS = Map.ofEntries(
            Map.entry("coin", Size.ofCm(2.5, 2.5)),
            Map.entry("credit-card", Size.ofCm(8.6, 5.4)),
            Map.entry("palm", Size.ofCm(10, 8)),
            Map.entry("fist", Size.ofCm(10, 10)),
            Map.entry("hand", Size.ofCm(18, 10)),
            Map.entry("forearm", Size.ofCm(10, 25)),
            Map.entry("phone", Size.ofCm(7, 15)),
            Map.entry("golf-ball", Size.ofCm(4.3, 4.3)),
            Map.entry("tennis-ball", Size.ofCm(6.7, 6.7)),
            Map.entry("a6", Size.ofCm(10.5, 14.8)),
            Map.entry("a5", Size.ofCm(14.8, 21)),
            Map.entry("a4", Size.ofCm(21, 29.7)),
            Map.entry("a3", Size.ofCm(29.7, 42)),
            Map.entry("xl", new Size(null, null, "XL")));
    /** In the order in which they are looked for: "the size of a coin on my hand" is a coin. */
    private static final List<String> THING_NAMES = List.of(
            "xl",
            "coin",
            "credit-card",
            "golf-ball",
            "tennis-ball",
            "phone",
            "a6",
            "a5",
            "a4",
            "a3",
            "palm",
            "fist",
            "forearm",
            "hand");

    private record Thing(Phrases names, Size size) {}

    private static final List<Thing> KNOWN_THINGS = THING_NAMES.stream()
            .map(name -> new Thing(WORDS.section(name), THINGS.getOrDefault(name, Size.ofCm(0, 0))))
            .toList();
    private static final Phrases SAYS_SIZE = WORDS.section("says-size");
    private static final Phrases VAGUE = WORDS.section("vague");

    private Sizes() {}

    /** Reads an answer to the question about the size. */
    public static Reading<Size> read(Utterance text) {
        var figures = readFigures(text);
        if (figures instanceof Reading.Understood<Size>) {
            return figures;
        }
        var thing = readThing(text);
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
        var tokens = Token.of(text);
        var lengths = Lengths.in(tokens);
        for (int i = 0; i + 1 < lengths.size(); i++) {
            if (isPair(tokens, lengths.get(i), lengths.get(i + 1))) {
                return pair(text, tokens, lengths.get(i), lengths.get(i + 1));
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

    /** Bare names need "size" beside them, or to stand almost alone, so that a hand as a place is no size. */
    private static @Nullable Reading<Size> readThing(Utterance text) {
        if (text.words().size() > FEW_WORDS && !SAYS_SIZE.isIn(text.words())) {
            return null;
        }
        for (var thing : KNOWN_THINGS) {
            var found = thing.names().firstIn(text.words());
            if (found != null) {
                return Reading.understood(thing.size(), "size.word", found);
            }
        }
        return null;
    }

    private static String span(Utterance text, List<Token> tokens, Length first, Length last) {
        var end = Math.min(tokens.get(last.next() - 1).end(), text.clean().length());
        return text.clean().substring(Math.min(tokens.get(first.first()).start(), end), end);
    }
}
