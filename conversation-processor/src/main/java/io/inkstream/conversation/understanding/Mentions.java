package io.inkstream.conversation.understanding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of several questions in one text: what a bundle says besides the answer to the open question. */
public final class Mentions {
    private static final PhraseFile WORDS = PhraseFile.read("mentions");
    private static final Phrases FIELD_TALK = WORDS.section("field-talk");
    private static final Phrases UNITS = WORDS.section("units");
    private static final int YEAR_MIN = 1_000;
    private static final int YEAR_MAX = 2_099;

    private Mentions() {}

    /** Question key to the words that state its value: dimensions, budget, instagram_handle, style. */
    public static Map<String, String> in(Utterance text, String studioCurrency, long floorMinor) {
        var found = new LinkedHashMap<String, String>();
        put(found, "dimensions", Sizes.mentionedIn(text));
        put(found, "budget", Amounts.mentionedIn(text, studioCurrency, floorMinor));
        put(found, "instagram_handle", Handles.mentionedIn(text));
        put(found, "style", styleSegment(text));
        return found;
    }

    private static void put(Map<String, String> found, String key, @Nullable String span) {
        if (span != null) {
            found.put(key, span);
        }
    }

    /** A style counts as a value of its own only when it stands between commas: "a dragon, 10x15cm, realism". */
    private static @Nullable String styleSegment(Utterance text) {
        if (text.clean().indexOf(',') < 0) {
            return null;
        }
        for (var segment : text.clean().split(",", 20)) {
            var part = Utterance.of(segment);
            if (part.words().size() <= 3 && Styles.isNamedIn(part)) {
                return part.clean();
            }
        }
        return null;
    }

    /** Whether the text is only a figure, an amount or a unit, and so no answer in words. */
    public static boolean isBareFigure(Utterance text) {
        var says = false;
        for (var token : text.tokens()) {
            var isUnit = UNITS.isAll(List.of(token.text())) || "£$€\"".contains(token.text());
            if (token.kind() == Token.Kind.WORD && !isUnit) {
                return false;
            }
            if (token.kind() == Token.Kind.NAME) {
                return false;
            }
            says |= isUnit || token.isNumber();
        }
        return says && !isYear(text);
    }

    private static boolean isYear(Utterance text) {
        var word = text.words().size() == 1 ? text.words().getFirst() : "";
        if (word.length() != 4 || !word.equals(text.clean()) || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        var year = Integer.parseInt(word);
        return year >= YEAR_MIN && year <= YEAR_MAX;
    }

    /** What is left to say once the mentioned values and the talk around them are gone. */
    public static List<String> wordsBeside(Map<String, String> mentions, Utterance text) {
        var left = new ArrayList<>(text.words());
        for (var span : mentions.values()) {
            for (var word : Utterance.of(span).words()) {
                left.remove(word);
            }
        }
        left.removeIf(word -> FIELD_TALK.isAll(List.of(word)) || UNITS.isAll(List.of(word)));
        return left;
    }
}
