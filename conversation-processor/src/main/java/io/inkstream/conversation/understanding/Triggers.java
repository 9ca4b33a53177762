package io.inkstream.conversation.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words that a person should know of: a cover-up, health, abuse (hard), or price talk, dates, nerves (soft). */
public final class Triggers {
    private static final PhraseFile WORDS = PhraseFile.read("triggers");
    private static final Phrases COVER_UP = WORDS.section("cover-up");
    private static final Phrases NO_COVER_UP = WORDS.section("no-cover-up");
    private static final Phrases WHAT_IS_A_COVER_UP = WORDS.section("what-is-a-cover-up");
    private static final Phrases COVERING = WORDS.section("covering");
    private static final Phrases OLD_TATTOO = WORDS.section("old-tattoo");
    private static final Phrases OLD_TATTOO_BEFORE = WORDS.section("old-tattoo-before");
    private static final Phrases COVERED = WORDS.section("covered");
    private static final Phrases PRICE_TALK = WORDS.section("price-talk");
    private static final Phrases NO_PRICE_TALK = WORDS.section("no-price-talk");
    private static final Phrases SCHEDULING = WORDS.section("scheduling");
    private static final Phrases NO_SCHEDULING = WORDS.section("no-scheduling");
    private static final Phrases HESITATION = WORDS.section("hesitation");
    private static final Phrases NO_HESITATION = WORDS.section("no-hesitation");
    private static final Phrases NERVES = WORDS.section("nerves");
    private static final Phrases FEELS = WORDS.section("feels");
    private static final Phrases RATHER = WORDS.section("rather");
    private static final Phrases AFTER_NERVES = WORDS.section("after-nerves");
    private static final Phrases LONG_QUESTION = WORDS.section("long-question");
    private static final int LONG_QUESTION_MIN = 100;
    private static final int REACH = 4;

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
        var words = text.clauses();
        return Spotter.find(words, COVER_UP, NO_COVER_UP) >= 0 || coversSomethingOld(words);
    }

    /** "What's a cover-up?" */
    public static boolean asksWhatACoverUpIs(Utterance text) {
        return WHAT_IS_A_COVER_UP.isIn(text.clauses());
    }

    public static boolean mentionsHealth(Utterance text) {
        return Health.isMentionedIn(text);
    }

    public static boolean isAbusive(Utterance text) {
        return Abuse.isIn(text);
    }

    public static @Nullable Soft soft(Utterance text) {
        var words = text.clauses();
        if (Spotter.find(words, PRICE_TALK, NO_PRICE_TALK) >= 0) {
            return Soft.PRICE;
        }
        if (Spotter.find(words, SCHEDULING, NO_SCHEDULING) >= 0) {
            return Soft.SCHEDULING;
        }
        if (Spotter.find(words, HESITATION, NO_HESITATION) >= 0 || isNervous(words)) {
            return Soft.HESITATION;
        }
        var isLongQuestion =
                text.clean().length() > LONG_QUESTION_MIN && text.clean().indexOf('?') >= 0;
        return isLongQuestion && LONG_QUESTION.isIn(text.words()) ? Soft.QUESTION : null;
    }

    /** "Can you cover my old tattoo?", "I have an old tattoo I want covered". */
    private static boolean coversSomethingOld(List<String> words) {
        if (NO_COVER_UP.isIn(words)) {
            return false;
        }
        var covering = COVERING.indexBefore(OLD_TATTOO, words, REACH);
        if (covering >= 0 && !Spotter.isDenied(words, covering)) {
            return true;
        }
        var old = OLD_TATTOO_BEFORE.indexBefore(COVERED, words, REACH);
        return old >= 0 && !Spotter.isDenied(words, old);
    }

    /** The client's own nerves: "I'm so nervous", "a bit scared of needles"; not "a nervous looking cat". */
    private static boolean isNervous(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            var length = NERVES.lengthAt(words, at, words.size());
            if (length > 0
                    && NO_HESITATION.lengthAt(words, at, words.size()) == 0
                    && isClients(words, at, at + length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isClients(List<String> words, int at, int next) {
        var endsClause = next == words.size()
                || Clauses.isMark(words.get(next))
                || AFTER_NERVES.lengthAt(words, next, words.size()) > 0;
        var start = at;
        for (int rather = RATHER.lengthBefore(words, start); rather > 0; rather = RATHER.lengthBefore(words, start)) {
            start -= rather;
        }
        return !Spotter.isDenied(words, at)
                && (FEELS.lengthBefore(words, start) > 0 || ((start < at || at == 0) && endsClause));
    }
}
