package io.inkstream.conversation.understanding;

/** When the client would like to come: any words that speak of time. */
public final class Timing {
    private static final PhraseFile WORDS = PhraseFile.read("timing");
    private static final Phrases TIME_WORDS = WORDS.section("time-words");

    private Timing() {}

    public static Reading<String> read(Utterance text) {
        var found = TIME_WORDS.firstIn(text.words());
        if (found != null) {
            return Reading.understood(text.said(), "timing.words", found);
        }
        for (var word : text.words()) {
            if (Character.isDigit(word.charAt(0))) {
                return Reading.understood(text.said(), "timing.figure", word);
            }
        }
        return DontKnow.isSaidIn(text) ? DontKnow.reading(text) : Reading.notUnderstood("no-time");
    }
}
