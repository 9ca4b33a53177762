package io.inkstream.conversation.understanding;

/** How a client takes back what was said before, and how one thought comes in several lines. */
public final class ChangesOfMind {
    private static final PhraseFile WORDS = PhraseFile.read("changesofmind");
    private static final Phrases MARKERS = WORDS.section("markers");
    private static final Phrases TALK = WORDS.section("talk");
    private static final Phrases CONTINUATIONS = WORDS.section("continuations");
    private static final Phrases REMARKS = WORDS.section("remarks");
    private static final Phrases WISHES = WORDS.section("wishes");

    private ChangesOfMind() {}

    /** "Actually ...", "no wait, I'd rather ...", "... instead". */
    public static boolean isAnnounced(Utterance text) {
        return MARKERS.isIn(text.words());
    }

    public static boolean isWish(Utterance text) {
        return WISHES.isIn(text.words());
    }

    /** "on my calf", "black and grey": says what or where, and nothing of it. */
    public static boolean isBareRemark(Utterance text) {
        return REMARKS.startsWith(text.words())
                || Body.isNamedIn(firstWord(text))
                || text.words().size() <= 3;
    }

    private static Utterance firstWord(Utterance text) {
        return Utterance.of(text.words().isEmpty() ? "" : text.words().getFirst());
    }

    /** "with roses around it": begins in the middle of a sentence. */
    public static boolean goesOn(Utterance text) {
        return CONTINUATIONS.startsWith(text.words());
    }

    /** The client's words without the talk around them: "on my thigh" of "no wait, I'd rather have it on my thigh instead". */
    public static String core(Utterance text) {
        var words = text.words();
        var from = 0;
        for (int talk = TALK.lengthAt(words, 0, words.size()); talk > 0; ) {
            from += talk;
            talk = TALK.lengthAt(words, from, words.size());
        }
        var to = words.size();
        while (to > from && TALK.isAll(words.subList(to - 1, to))) {
            to--;
        }
        return from >= to ? text.said() : asWritten(text, from, to);
    }

    /** The stretch of the client's own text that these words stand for; the words themselves when accents hide it. */
    private static String asWritten(Utterance text, int from, int to) {
        var words = text.words();
        var begin = 0;
        var at = 0;
        for (int i = 0; i < to; i++) {
            var found = text.lower().indexOf(words.get(i), at);
            if (found < 0) {
                return String.join(" ", words.subList(from, to));
            }
            begin = i == from ? found : begin;
            at = found + words.get(i).length();
        }
        return text.clean().substring(begin, at);
    }
}
