package io.inkstream.conversation.understanding;

import java.util.List;

/**
 * Wishes that stand anywhere in a message, in sentences of any shape: a person, one's money or data back, another date.
 * Most are one word of a kind followed, a few words on, by one of another ("move ... next week").
 */
final class Wishes {
    private static final PhraseFile WORDS = PhraseFile.read("intents");
    private static final Phrases BOT_PHRASES = WORDS.section("bot-phrases");
    private static final Phrases ASKS_WHETHER = WORDS.section("asks-whether");
    private static final Phrases MACHINE_OR_PERSON = WORDS.section("machine-or-person");
    private static final Phrases AFTER_MACHINE = WORDS.section("after-machine");
    private static final Phrases HUMAN_PHRASES = WORDS.section("human-phrases");
    private static final Phrases NO_HUMAN_WISH = WORDS.section("no-human-wish");
    private static final Phrases TALK_TO = WORDS.section("talk-to");
    private static final Phrases A_PERSON = WORDS.section("a-person");
    private static final Phrases ASKS_TO_TALK = WORDS.section("asks-to-talk");
    private static final Phrases NO_PARTNER = WORDS.section("no-partner");
    private static final Phrases NOT_WANT = WORDS.section("not-want");
    private static final Phrases A_MACHINE = WORDS.section("a-machine");
    private static final Phrases POLICY = WORDS.section("policy");
    private static final Phrases CONDITIONS = WORDS.section("conditions");
    private static final int NEAR = 3;
    private static final int REACH = 4;

    /** Phrases that say it outright, or a verb and its object; "except" takes away what only looks like it. */
    private record Rule(Intent intent, Phrases phrases, Phrases verbs, Phrases objects, Phrases except) {
        static Rule of(Intent intent, String name) {
            return new Rule(
                    intent,
                    WORDS.section(name + "-phrases"),
                    WORDS.section(name + "-verbs"),
                    WORDS.section(name + "-objects"),
                    WORDS.section(name + "-except"));
        }

        boolean isIn(List<String> words) {
            return (phrases.isIn(words) || verbs.isBefore(objects, words, REACH)) && !except.isIn(words);
        }
    }

    /** In order of weight: the first that matches wins. */
    private static final List<Rule> RULES = List.of(
            Rule.of(Intent.DELETE_DATA, "delete"),
            Rule.of(Intent.REFUND, "refund"),
            Rule.of(Intent.DATA_REQUEST, "data"),
            Rule.of(Intent.CANCEL_BOOKING, "cancel"),
            Rule.of(Intent.RESCHEDULE, "move"),
            Rule.of(Intent.RUNNING_LATE, "late"),
            Rule.of(Intent.WRONG_NUMBER, "wrong-number"),
            Rule.of(Intent.START_OVER, "start-over"));

    private Wishes() {}

    static Intent in(Utterance text) {
        var words = text.words();
        if (BOT_PHRASES.isIn(words) || asksForTheBot(text)) {
            return Intent.BOT_IDENTITY;
        }
        if (wantsPerson(words)) {
            return Intent.HUMAN;
        }
        for (var rule : RULES) {
            if (rule.isIn(words)) {
                return asksForTheRule(text) ? Intent.QUESTION : rule.intent();
            }
        }
        return Healing.isWorry(words) ? Intent.AFTERCARE : Intent.NONE;
    }

    /** "Are you a real person?", "is that a robot answering?"; not "is this robot design ok?". */
    private static boolean asksForTheBot(Utterance text) {
        var words = text.words();
        var asked = ASKS_WHETHER.lengthAt(words, 0, words.size());
        for (int at = asked; asked > 0 && at <= asked + NEAR; at++) {
            var length = MACHINE_OR_PERSON.lengthAt(words, at, words.size());
            var next = at + length;
            if (length > 0 && (next == words.size() || AFTER_MACHINE.lengthAt(words, next, words.size()) > 0)) {
                return true;
            }
        }
        return text.endsAsQuestion() && MACHINE_OR_PERSON.isAll(words);
    }

    private static boolean wantsPerson(List<String> words) {
        if (NO_HUMAN_WISH.isIn(words)) {
            return false;
        }
        return HUMAN_PHRASES.isIn(words)
                || TALK_TO.isBefore(A_PERSON, words, REACH)
                || A_PERSON.isBefore(TALK_TO, words, 2)
                || NOT_WANT.isBefore(A_MACHINE, words, REACH)
                || asksToTalkToSomebodyNamed(words);
    }

    /** "Can I talk to Robin?" */
    private static boolean asksToTalkToSomebodyNamed(List<String> words) {
        var at = ASKS_TO_TALK.indexIn(words);
        var next = at < 0 ? 0 : at + ASKS_TO_TALK.lengthAt(words, at, words.size());
        return at >= 0 && next < words.size() && NO_PARTNER.lengthAt(words, next, words.size()) == 0;
    }

    /** "Do you give refunds?", "what happens if I cancel?" ask for the rule, not for the thing. */
    private static boolean asksForTheRule(Utterance text) {
        var words = text.words();
        return POLICY.startsWith(words) || (Topics.asksSomething(text) && CONDITIONS.isIn(words));
    }
}
