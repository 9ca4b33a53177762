package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Intent;
import io.inkstream.conversation.understanding.Utterance;
import java.util.Set;

/** "Thanks", "ok", an emoji: polite, and wanting no reply. */
final class SmallTalk {
    private static final Set<String> WORDS = Set.of(
            "thanks",
            "thank",
            "you",
            "ok",
            "okay",
            "great",
            "cool",
            "perfect",
            "cheers",
            "lovely",
            "nice",
            "brilliant",
            "amazing",
            "ta",
            "very",
            "much",
            "so",
            "no",
            "worries",
            "sure",
            "yes",
            "awesome",
            "good",
            "got",
            "it",
            "gracias",
            "vale",
            "genial",
            "perfecto",
            "muchas");
    private static final int FEW = 4;

    private SmallTalk() {}

    static boolean is(Utterance text, Intent intent) {
        if (intent == Intent.QUESTION) {
            return false;
        }
        return text.words().size() <= FEW && WORDS.containsAll(text.words());
    }
}
