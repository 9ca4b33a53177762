package io.inkstream.conversation.understanding;

import java.util.List;

/**
 * Finds what a message asks for. Words that stand alone in a keyword ("Stop.", "please stop") act only when the message
 * says nothing else; phrases act wherever they stand. Opt-out words of every shipped language always count.
 */
public final class Intents {
    private static final PhraseFile WORDS = PhraseFile.read("intents");
    private static final Phrases POLITENESS = WORDS.section("politeness");
    private static final Phrases STOP_WORDS = WORDS.section("stop-words");
    private static final Phrases STOP_PHRASES = WORDS.section("stop-phrases");
    private static final Phrases STOP_VERBS = WORDS.section("stop-verbs");
    private static final Phrases MESSAGES = WORDS.section("messages");
    private static final Phrases YES_GO_ON = WORDS.section("yes-go-on");
    private static final Phrases HUMAN_WORDS = WORDS.section("human-words");
    private static final Phrases HUMAN_WISH_TALK = WORDS.section("human-wish-talk");

    /** How many words may stand between "stop" and "messages". */
    private static final int REACH = 4;

    private record Keyword(Phrases words, Intent intent) {}

    private static final List<Keyword> KEYWORDS = List.of(
            new Keyword(WORDS.section("opt-in-words"), Intent.OPT_IN),
            new Keyword(HUMAN_WORDS, Intent.HUMAN),
            new Keyword(WORDS.section("continue-words"), Intent.CONTINUE),
            new Keyword(WORDS.section("cancel-words"), Intent.CANCEL_BOOKING),
            new Keyword(WORDS.section("spanish-words"), Intent.LANGUAGE_SPANISH),
            new Keyword(WORDS.section("english-words"), Intent.LANGUAGE_ENGLISH));

    private Intents() {}

    /** The strongest intent of the message; QUESTION, YES and NO only when nothing stronger is in it. */
    public static Intent of(Utterance text) {
        return read(text) instanceof Reading.Understood<Intent> intent ? intent.value() : Intent.NONE;
    }

    /** As {@link #of}, with the rule and the words that decided. */
    public static Reading<Intent> read(Utterance text) {
        var words = text.words();
        if (words.isEmpty()) {
            return answerIntent(text);
        }
        var bare = POLITENESS.without(words);
        if (isOptOut(words, bare)) {
            return Reading.understood(Intent.OPT_OUT, "intent.opt-out", text.clean());
        }
        if (YES_GO_ON.startsWith(words)) {
            return Reading.understood(Intent.YES, "yes-no.yes", text.clean());
        }
        for (var keyword : KEYWORDS) {
            if (keyword.words().isAll(bare)) {
                return Reading.understood(keyword.intent(), "intent.keyword", text.clean());
            }
        }
        if (HUMAN_WORDS.isAll(HUMAN_WISH_TALK.without(words))) {
            return Reading.understood(Intent.HUMAN, "intent.person", text.clean());
        }
        var wish = Wishes.in(text);
        return wish instanceof Reading.Understood<Intent> ? wish : answerIntent(text);
    }

    private static boolean isOptOut(List<String> words, List<String> bare) {
        return STOP_WORDS.isAll(bare)
                || STOP_PHRASES.isIn(words)
                || isSpelledOutStop(bare)
                || STOP_VERBS.isBefore(MESSAGES, words, REACH);
    }

    /** "s t o p". */
    private static boolean isSpelledOutStop(List<String> bare) {
        return bare.size() == 4 && String.join("", bare).equals("stop");
    }

    private static Reading<Intent> answerIntent(Utterance text) {
        if (YesNo.read(text) instanceof Reading.Understood<YesNo>(var answer, var rule, var span, var confidence)) {
            return new Reading.Understood<>(answer == YesNo.YES ? Intent.YES : Intent.NO, rule, span, confidence);
        }
        return Topics.asksSomething(text)
                ? Reading.understood(Intent.QUESTION, "intent.question", text.clean())
                : Reading.notUnderstood("no-intent");
    }
}
