package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Age;
import io.inkstream.conversation.understanding.Body;
import io.inkstream.conversation.understanding.Intent;
import io.inkstream.conversation.understanding.Mentions;
import io.inkstream.conversation.understanding.Styles;
import io.inkstream.conversation.understanding.Subject;
import io.inkstream.conversation.understanding.Timing;
import io.inkstream.conversation.understanding.Topics;
import io.inkstream.conversation.understanding.Triggers;
import io.inkstream.conversation.understanding.Utterance;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Judges whether words can be an answer to the open question at all, before they are read as one. */
final class Guards {
    private static final int SHORT_QUESTION_WORDS = 5;
    private static final int AGE_WORDS = 5;
    private static final int SHORT_REMARK_WORDS = 6;
    private static final Set<String> PLACES_IT = Set.of("on", "in", "my", "the", "en", "mi", "el", "la");

    private Guards() {}

    enum Verdict {
        ANSWER,
        /** A bare figure where words are asked for. */
        WRONG_FIELD,
        /** Only values of other questions. */
        ONE_AT_A_TIME,
        /** A greeting, an ok: the question is put again, without a strike. */
        NO_ANSWER,
        /** A question to the studio. */
        STUDIO_QUESTION,
        /** Price talk, dates, nerves. */
        ASIDE
    }

    static Verdict verdict(Question question, Utterance text, Intent intent, Map<String, String> mentions) {
        return switch (question.kind()) {
            case WORDS -> ofWords(question, text, intent, mentions);
            case MEASURE, CHOICE -> ofMeasure(question, text);
            case REMARK -> ofRemark(question, text, intent, mentions);
        };
    }

    /** Whether other values were said where the asked one could not be found. */
    static boolean saysSomethingElse(Question question, Map<String, String> mentions) {
        return mentions.keySet().stream().anyMatch(key -> !key.equals(question.key()));
    }

    /** How many kinds of answer a text holds; at references and handles a style and an @name are one. */
    static int kinds(Question question, Utterance text, Map<String, String> mentions, boolean understood) {
        var kinds = new HashSet<>(mentions.keySet());
        if (Styles.isNamedIn(text)) {
            kinds.add(Question.STYLE.key());
        }
        if (understood && (question == Question.DIMENSIONS || question == Question.BUDGET)) {
            kinds.add(question.key());
        }
        if (question == Question.REFERENCE_IMAGES || question == Question.INSTAGRAM_HANDLE) {
            kinds.remove(Question.STYLE.key());
        }
        return kinds.size();
    }

    private static Verdict ofWords(Question question, Utterance text, Intent intent, Map<String, String> mentions) {
        if (Mentions.isBareFigure(text)) {
            return Verdict.WRONG_FIELD;
        }
        if (question == Question.PLACEMENT && isOnlyAStyle(text)) {
            return Verdict.ONE_AT_A_TIME;
        }
        if (!mentions.isEmpty() && !answersBeside(question, text, mentions)) {
            return mentions.size() > 1 ? Verdict.ONE_AT_A_TIME : Verdict.WRONG_FIELD;
        }
        if (Triggers.soft(text) != null) {
            return Verdict.ASIDE;
        }
        if (intent == Intent.QUESTION && !isAnswerAsQuestion(question, text)) {
            return Verdict.STUDIO_QUESTION;
        }
        return isEmptyTalk(question, text, intent) ? Verdict.NO_ANSWER : Verdict.ANSWER;
    }

    /** "Fine line I guess?" where the placement was asked. */
    static boolean isOnlyAStyle(Utterance text) {
        return Styles.isNamedIn(text)
                && !Body.isNamedIn(text)
                && text.words().size() <= SHORT_REMARK_WORDS
                && !PLACES_IT.contains(text.words().getFirst());
    }

    /** A handle alone may be an idea ("like @artist"); sizes and amounts are none. */
    private static boolean answersBeside(Question question, Utterance text, Map<String, String> mentions) {
        if (question == Question.STYLE && Styles.isNamedIn(text)) {
            return true;
        }
        var onlyHandle = mentions.size() == 1 && mentions.containsKey("instagram_handle");
        return onlyHandle || !Mentions.wordsBeside(mentions, text).isEmpty();
    }

    /** "Can you do fine line?" at style, "can you do a dragon?" at the idea. */
    private static boolean isAnswerAsQuestion(Question question, Utterance text) {
        return switch (question) {
            case STYLE -> Styles.isNamedIn(text);
            case PLACEMENT -> Body.isNamedIn(text) && text.words().size() <= SHORT_QUESTION_WORDS;
            case IDEA -> Topics.isWish(text) && Topics.of(text) == null;
            default -> false;
        };
    }

    private static boolean isEmptyTalk(Question question, Utterance text, Intent intent) {
        if (text.hasNoWords() || SmallTalk.isLaughter(text) || isOnlyAnAge(text)) {
            return true;
        }
        return switch (question) {
            case IDEA -> Subject.contentWords(text).isEmpty() || isPlainYesOrNo(text, intent);
            case PLACEMENT -> isPlainYesOrNo(text, intent);
            case STYLE -> intent == Intent.YES && isPlainYesOrNo(text, intent);
            default -> false;
        };
    }

    /** "Yes, she's 21": said to be on the safe side, and no answer to what was asked. */
    private static boolean isOnlyAnAge(Utterance text) {
        return text.words().size() <= AGE_WORDS && Age.of(text) == Age.ADULT;
    }

    private static boolean isPlainYes(Utterance text, Intent intent) {
        return intent == Intent.YES && text.words().size() <= 2;
    }

    private static boolean isPlainYesOrNo(Utterance text, Intent intent) {
        return (intent == Intent.YES || intent == Intent.NO) && text.words().size() <= 2;
    }

    /** A value in it counts first; only a text without one is an aside. */
    private static Verdict ofMeasure(Question question, Utterance text) {
        var aside = Triggers.soft(text) != null;
        return aside && !hasFigure(text) && question != Question.COVERUP ? Verdict.ASIDE : Verdict.ANSWER;
    }

    private static boolean hasFigure(Utterance text) {
        return text.lower().chars().anyMatch(Character::isDigit);
    }

    private static Verdict ofRemark(Question question, Utterance text, Intent intent, Map<String, String> mentions) {
        if (Triggers.soft(text) != null && !saysWhen(question, text)) {
            return Verdict.ASIDE;
        }
        if (isPlainYes(text, intent) && question != Question.LOCATION_COUNTRY) {
            return Verdict.NO_ANSWER; // yes, but which? The question is put again
        }
        var isHandle = question == Question.INSTAGRAM_HANDLE && mentions.containsKey(question.key());
        return intent == Intent.QUESTION && !isHandle && text.clean().indexOf("://") < 0
                ? Verdict.STUDIO_QUESTION
                : Verdict.ANSWER;
    }

    /** "The next appointment you have" answers when; "what dates do you have?" asks. */
    private static boolean saysWhen(Question question, Utterance text) {
        return question == Question.TIMING
                && !Topics.asksSomething(text)
                && Timing.read(text).taken() != null;
    }
}
