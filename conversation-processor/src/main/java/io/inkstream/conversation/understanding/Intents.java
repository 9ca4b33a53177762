package io.inkstream.conversation.understanding;

import java.util.ArrayList;
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

    private static final Phrases OPT_IN_WORDS = WORDS.section("opt-in-words");

    private static final Phrases HUMAN_WORDS = WORDS.section("human-words");
    private static final Phrases HUMAN_PHRASES = WORDS.section("human-phrases");
    private static final Phrases NO_HUMAN_WISH = WORDS.section("no-human-wish");

    private static final Phrases BOT_PHRASES = WORDS.section("bot-phrases");

    private static final Phrases REFUND_PHRASES = WORDS.section("refund-phrases");

    private static final Phrases DELETE_PHRASES = WORDS.section("delete-phrases");
    private static final Phrases DATA_PHRASES = WORDS.section("data-phrases");

    private static final Phrases CANCEL_PHRASES = WORDS.section("cancel-phrases");
    private static final Phrases CANCEL_WORDS = WORDS.section("cancel-words");

    private static final Phrases MOVE_PHRASES = WORDS.section("move-phrases");

    private static final Phrases LATE_PHRASES = WORDS.section("late-phrases");

    private static final Phrases HEALING_SUBJECT = WORDS.section("healing-subject");
    private static final Phrases HEALING_WORRY = WORDS.section("healing-worry");

    private static final Phrases START_OVER_PHRASES = WORDS.section("start-over-phrases");
    private static final Phrases WRONG_NUMBER_PHRASES = WORDS.section("wrong-number-phrases");
    private static final Phrases CONTINUE_WORDS = WORDS.section("continue-words");

    private static final Phrases SPANISH_WORDS = WORDS.section("spanish-words");
    private static final Phrases ENGLISH_WORDS = WORDS.section("english-words");

    private Intents() {}

    /** The strongest intent of the message; QUESTION, YES and NO only when nothing stronger is in it. */
    public static Intent of(Utterance text) {
        var words = text.words();
        if (words.isEmpty()) {
            return answerIntent(text);
        }
        var bare = withoutPoliteness(words);
        if (isOptOut(words, bare)) {
            return Intent.OPT_OUT;
        }
        var keyword = keyword(bare);
        if (keyword != Intent.NONE) {
            return keyword;
        }
        var phrase = phrase(words);
        return phrase != Intent.NONE ? phrase : answerIntent(text);
    }

    private static boolean isOptOut(List<String> words, List<String> bare) {
        return STOP_WORDS.isAll(bare) || STOP_PHRASES.isIn(words) || isSpelledOutStop(bare);
    }

    /** "s t o p". */
    private static boolean isSpelledOutStop(List<String> bare) {
        return bare.size() == 4 && String.join("", bare).equals("stop");
    }

    private static Intent keyword(List<String> bare) {
        if (OPT_IN_WORDS.isAll(bare)) {
            return Intent.OPT_IN;
        }
        if (HUMAN_WORDS.isAll(bare)) {
            return Intent.HUMAN;
        }
        if (CONTINUE_WORDS.isAll(bare)) {
            return Intent.CONTINUE;
        }
        if (CANCEL_WORDS.isAll(bare)) {
            return Intent.CANCEL_BOOKING;
        }
        if (SPANISH_WORDS.isAll(bare)) {
            return Intent.LANGUAGE_SPANISH;
        }
        return ENGLISH_WORDS.isAll(bare) ? Intent.LANGUAGE_ENGLISH : Intent.NONE;
    }

    private record Rule(Phrases phrases, Intent intent) {}

    /** In order of weight: the first that matches wins. */
    private static final List<Rule> PHRASE_RULES = List.of(
            new Rule(DELETE_PHRASES, Intent.DELETE_DATA),
            new Rule(REFUND_PHRASES, Intent.REFUND),
            new Rule(DATA_PHRASES, Intent.DATA_REQUEST),
            new Rule(BOT_PHRASES, Intent.BOT_IDENTITY),
            new Rule(CANCEL_PHRASES, Intent.CANCEL_BOOKING),
            new Rule(MOVE_PHRASES, Intent.RESCHEDULE),
            new Rule(LATE_PHRASES, Intent.RUNNING_LATE),
            new Rule(WRONG_NUMBER_PHRASES, Intent.WRONG_NUMBER),
            new Rule(START_OVER_PHRASES, Intent.START_OVER));

    private static Intent phrase(List<String> words) {
        if (HUMAN_PHRASES.isIn(words) && !NO_HUMAN_WISH.isIn(words)) {
            return Intent.HUMAN;
        }
        for (var rule : PHRASE_RULES) {
            if (rule.phrases().isIn(words)) {
                return rule.intent();
            }
        }
        return HEALING_SUBJECT.isIn(words) && HEALING_WORRY.isIn(words) ? Intent.AFTERCARE : Intent.NONE;
    }

    private static Intent answerIntent(Utterance text) {
        return switch (YesNo.read(text)) {
            case Reading.Understood<YesNo> answer -> answer.value() == YesNo.YES ? Intent.YES : Intent.NO;
            default -> Topics.asksSomething(text) ? Intent.QUESTION : Intent.NONE;
        };
    }

    private static List<String> withoutPoliteness(List<String> words) {
        var rest = new ArrayList<String>(words.size());
        for (int at = 0; at < words.size(); ) {
            var polite = POLITENESS.lengthAt(words, at, words.size());
            if (polite == 0) {
                rest.add(words.get(at));
            }
            at += Math.max(1, polite);
        }
        return rest;
    }
}
