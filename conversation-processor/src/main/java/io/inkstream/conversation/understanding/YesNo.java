package io.inkstream.conversation.understanding;

import java.util.Set;

/** Yes and no, in every shipped language. */
public enum YesNo {
    YES,
    NO;

    private static final PhraseFile WORDS = PhraseFile.read("yesno");
    private static final Phrases YES_PHRASES = WORDS.section("yes-phrases");
    private static final Phrases NO_PHRASES = WORDS.section("no-phrases");
    private static final Set<String> YES_EMOJI = Set.of("👍", "👌", "✅");
    private static final Set<String> NO_EMOJI = Set.of("👎", "❌");

    /** Reads the answer to a yes/no question: the text must begin with it. */
    public static Reading<YesNo> read(Utterance text) {
        if (text.hasNoWords()) {
            return readEmoji(text);
        }
        var words = text.words();
        var no = NO_PHRASES.lengthAt(words, 0, words.size());
        var yes = YES_PHRASES.lengthAt(words, 0, words.size());
        if (no > 0) {
            return Reading.understood(NO, "yes-no.no", String.join(" ", words.subList(0, no)));
        }
        if (yes > 0) {
            return Reading.understood(YES, "yes-no.yes", String.join(" ", words.subList(0, yes)));
        }
        return DontKnow.isSaidIn(text) ? DontKnow.reading(text) : Reading.notUnderstood("neither-yes-nor-no");
    }

    /** Whether the emoji says yes, as a reaction does. */
    public static boolean isYesEmoji(String emoji) {
        return YES_EMOJI.stream().anyMatch(emoji::startsWith); // a skin tone may follow
    }

    private static Reading<YesNo> readEmoji(Utterance text) {
        if (isYesEmoji(text.clean())) {
            return Reading.understood(YES, "yes-no.emoji", text.clean());
        }
        return NO_EMOJI.contains(text.clean())
                ? Reading.understood(NO, "yes-no.emoji", text.clean())
                : Reading.notUnderstood("no-words");
    }
}
