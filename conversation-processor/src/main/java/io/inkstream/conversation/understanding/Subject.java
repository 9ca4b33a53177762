package io.inkstream.conversation.understanding;

import java.util.ArrayList;
import java.util.List;

/** What of a first message speaks of the piece, once greetings, booking talk and advert prefills are taken away. */
public final class Subject {
    private static final PhraseFile WORDS = PhraseFile.read("subject");
    private static final Phrases TALK = WORDS.section("talk");
    private static final Phrases SMALL_WORDS = WORDS.section("small-words");

    private Subject() {}

    /** "Not sure yet": not even a direction. */
    public static boolean isStillOpen(Utterance text) {
        return DontKnow.isAllOf(text);
    }

    /** The words that carry content. */
    public static List<String> contentWords(Utterance text) {
        var words = text.words();
        var content = new ArrayList<String>();
        for (int at = 0; at < words.size(); ) {
            var talk = Math.max(TALK.lengthAt(words, at, words.size()), SMALL_WORDS.lengthAt(words, at, words.size()));
            if (talk == 0) {
                content.add(words.get(at));
            }
            at += Math.max(1, talk);
        }
        return content;
    }
}
