package io.inkstream.conversation.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

        /** The words that say it; null when they do not. */
        @Nullable
        String in(List<String> words) {
            if (except.isIn(words)) {
                return null;
            }
            var phrase = phrases.firstIn(words);
            return phrase != null ? phrase : verbs.spanBefore(objects, words, REACH);
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

    /** Not understood when the message holds no wish. */
    static Reading<Intent> in(Utterance text) {
        var words = text.words();
        if (BOT_PHRASES.isIn(words) || asksForTheBot(text)) {
            return Reading.understood(Intent.BOT_IDENTITY, "intent.bot", text.clean());
        }
        var person = personWanted(words);
        if (person != null) {
            return Reading.understood(Intent.HUMAN, "intent.person", person);
        }
        for (var rule : RULES) {
            var said = rule.in(words);
            if (said != null) {
                return asksForTheRule(text)
                        ? Reading.understood(Intent.QUESTION, "intent.policy", said)
                        : Reading.understood(rule.intent(), "intent.wish", said);
            }
        }
        return Healing.isWorry(words)
                ? Reading.understood(Intent.AFTERCARE, "intent.healing", text.clean())
                : Reading.notUnderstood("no-wish");
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

    private static @Nullable String personWanted(List<String> words) {
        if (NO_HUMAN_WISH.isIn(words)) {
            return null;
        }
        var said = HUMAN_PHRASES.firstIn(words);
        said = said != null ? said : TALK_TO.spanBefore(A_PERSON, words, REACH);
        said = said != null ? said : A_PERSON.spanBefore(TALK_TO, words, NEAR);
        said = said != null ? said : NOT_WANT.spanBefore(A_MACHINE, words, REACH);
        return said == null && asksToTalkToSomebodyNamed(words) ? ASKS_TO_TALK.firstIn(words) : said;
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
