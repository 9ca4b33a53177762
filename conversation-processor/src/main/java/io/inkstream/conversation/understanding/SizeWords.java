package io.inkstream.conversation.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sizes said by comparison: "palm sized", "like a credit card", "half sleeve". Names are in {@code sizes.phrases}. */
final class SizeWords {
    private static final PhraseFile WORDS = PhraseFile.read("sizes");
    private static final Phrases SAYS_SIZE = WORDS.section("says-size");
    private static final Phrases NO_THING = WORDS.section("no-thing");
    private static final int FEW_WORDS = 4;

    private record Thing(Phrases names, Size size) {}

    /** What is a size in any sentence. */
    private static final List<Thing> PIECES = List.of(extraLarge("xl-piece"));

    /** In the order in which they are looked for: "the size of a coin on my hand" is a coin. */
    private static final List<Thing> THINGS = List.of(
            extraLarge("xl-piece"),
            extraLarge("xl"),
            thing("coin", 2.5, 2.5),
            thing("credit-card", 8.6, 5.4),
            thing("golf-ball", 4.3, 4.3),
            thing("tennis-ball", 6.7, 6.7),
            thing("phone", 7, 15),
            thing("a6", 10.5, 14.8),
            thing("a5", 14.8, 21),
            thing("a4", 21, 29.7),
            thing("a3", 29.7, 42),
            thing("palm", 10, 8),
            thing("fist", 10, 10),
            thing("forearm", 10, 25),
            thing("hand", 18, 10));

    private SizeWords() {}

    /** Bare names need "size" beside them, or to stand almost alone, so that a hand as a place is no size. */
    static @Nullable Reading<Size> read(Utterance text) {
        var words = text.words();
        var isAboutSize = words.size() <= FEW_WORDS || SAYS_SIZE.isIn(words);
        for (var thing : isAboutSize ? THINGS : PIECES) {
            var at = Spotter.find(words, thing.names(), NO_THING);
            if (at >= 0) {
                var next = at + thing.names().lengthAt(words, at, words.size());
                return Reading.understood(thing.size(), "size.word", String.join(" ", words.subList(at, next)));
            }
        }
        return null;
    }

    private static Thing thing(String section, double widthCm, double heightCm) {
        return new Thing(WORDS.section(section), Size.ofCm(widthCm, heightCm));
    }

    private static Thing extraLarge(String section) {
        return new Thing(WORDS.section(section), new Size(null, null, "XL"));
    }
}
