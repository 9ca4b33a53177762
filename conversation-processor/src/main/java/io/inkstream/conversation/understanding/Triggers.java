package io.inkstream.conversation.understanding;

import org.jspecify.annotations.Nullable;

/** Words that a person should know of: a cover-up, health, abuse (hard), or price talk, dates, nerves (soft). */
public final class Triggers {
    private static final PhraseFile WORDS = PhraseFile.read("triggers");
    private static final Phrases COVER_UP = WORDS.section("cover-up");
    private static final Phrases HEALTH = WORDS.section("health");
    private static final Phrases NEGATION = WORDS.section("negation");
    private static final Phrases ABUSE = WORDS.section("abuse");

    private static final Phrases PRICE_TALK = WORDS.section("price-talk");
    private static final Phrases SCHEDULING = WORDS.section("scheduling");
    private static final Phrases HESITATION = WORDS.section("hesitation");
    private static final Phrases LONG_QUESTION = WORDS.section("long-question");
    private static final int LONG_QUESTION_MIN = 100;
    private static final int NEGATION_REACH = 4;

    private Triggers() {}

    /** A reason to tell the artist once, with a kind reply, while the consultation goes on. */
    public enum Soft {
        PRICE,
        SCHEDULING,
        HESITATION,
        QUESTION
    }

    /** The old tattoo is mentioned and not denied. */
    public static boolean mentionsCoverUp(Utterance text) {
        return isMentioned(COVER_UP, text);
    }

    public static boolean mentionsHealth(Utterance text) {
        return isMentioned(HEALTH, text);
    }

    public static boolean isAbusive(Utterance text) {
        return ABUSE.isIn(text.words());
    }

    public static @Nullable Soft soft(Utterance text) {
        var words = text.words();
        if (PRICE_TALK.isIn(words)) {
            return Soft.PRICE;
        }
        if (SCHEDULING.isIn(words)) {
            return Soft.SCHEDULING;
        }
        if (HESITATION.isIn(words)) {
            return Soft.HESITATION;
        }
        var isLongQuestion =
                text.clean().length() > LONG_QUESTION_MIN && text.clean().indexOf('?') >= 0;
        return isLongQuestion && LONG_QUESTION.isIn(words) ? Soft.QUESTION : null;
    }

    private static boolean isMentioned(Phrases phrases, Utterance text) {
        var words = text.words();
        var at = phrases.indexIn(words);
        return at >= 0 && !NEGATION.isIn(words.subList(Math.max(0, at - NEGATION_REACH), at));
    }
}
