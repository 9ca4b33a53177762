package io.inkstream.conversation.understanding;

import java.util.List;

/** Health matters of which the artist must know before the needle: scars, pregnancy, thinners, allergies. */
final class Health {
    private static final PhraseFile WORDS = PhraseFile.read("health");
    private static final Phrases MATTERS = WORDS.section("matters");
    private static final Phrases PICTURED = WORDS.section("pictured");
    private static final Phrases MARKED_WITH = WORDS.section("marked-with");
    private static final Phrases SKIN = WORDS.section("skin");

    private Health() {}

    static boolean isMentionedIn(Utterance text) {
        if (!MATTERS.isIn(text.words())) {
            return false;
        }
        var words = text.clauses();
        var at = Spotter.find(words, MATTERS, PICTURED);
        return at >= 0 && !isPictured(words, at);
    }

    /** "A wolf with a scar" is a design, "skin with a scar" is none. */
    private static boolean isPictured(List<String> words, int at) {
        var with = MARKED_WITH.lengthBefore(words, at);
        return with > 0 && SKIN.lengthBefore(words, at - with) == 0 && at > with;
    }
}
