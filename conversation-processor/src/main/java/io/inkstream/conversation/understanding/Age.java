package io.inkstream.conversation.understanding;

import io.inkstream.conversation.understanding.AgeStatement.Verdict;
import io.inkstream.conversation.understanding.AgeStatement.Whose;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message says of the age of the person to be tattooed. */
public enum Age {
    UNDER_AGE,
    ADULT,
    /** For somebody else of unknown age, or by somebody who speaks of school or of a parent's consent. */
    UNCLEAR,
    NONE;

    /** Younger children are drawn, not tattooed: "my son is 3" asks for nothing. */
    private static final int TATTOOED_FROM = 12;

    private static final PhraseFile WORDS = PhraseFile.read("age");
    private static final Phrases SAYS_MINOR = WORDS.section("says-minor");
    private static final Phrases SAYS_ADULT = WORDS.section("says-adult");
    private static final Phrases NOT = WORDS.section("not");
    private static final Phrases RULE_TALK = WORDS.section("rule-talk");
    private static final Phrases SPEAKS_OF_SELF = WORDS.section("speaks-of-self");
    private static final Phrases IDEA = WORDS.section("idea");
    private static final Phrases BOOKED = WORDS.section("booked");
    private static final Phrases FOR_A_PERSON = WORDS.section("for-a-person");
    private static final Phrases FOR_A_PERSON_IF_BOOKED = WORDS.section("for-a-person-if-booked");
    private static final Phrases ASK = WORDS.section("ask");
    private static final int REACH = 4;

    public static Age of(Utterance text) {
        return read(text) instanceof Reading.Understood<Age> age ? age.value() : NONE;
    }

    /** As an answer to the question for the age, where the only figure is the age: "17", "he's like 19". */
    public static Age ofAnswer(Utterance text) {
        var age = of(text);
        var figures =
                text.words().stream().filter(word -> word.matches("[1-9][0-9]")).toList();
        return age == NONE && figures.size() == 1 ? of(Utterance.of("I am " + figures.getFirst())) : age;
    }

    /** Understood when something is said of an age, with the words that say it. */
    public static Reading<Age> read(Utterance text) {
        var words = text.clauses();
        var isQuestion = text.endsAsQuestion();
        var isBooked = BOOKED.isIn(words);
        var isIdea = IDEA.isIn(words) && !isBooked;
        @Nullable AgeStatement best = null;
        for (var statement : AgeStatements.in(words, isQuestion)) {
            if (counts(statement, isIdea, isBooked) && (best == null || weight(statement) > weight(best))) {
                best = statement;
            }
        }
        if (best != null) {
            var said = String.join(" ", words.subList(best.first(), best.next()));
            return Reading.understood(value(best), "age.stated", said);
        }
        return inWords(words, isQuestion, isIdea, isBooked);
    }

    /** A child in an idea ("portrait of my daughter, she's 5") is nobody to be tattooed. */
    private static boolean counts(AgeStatement statement, boolean isIdea, boolean isBooked) {
        return statement.whose() == Whose.CLIENT || (!isIdea && (isBooked || statement.years() >= TATTOOED_FROM));
    }

    /** A minor outweighs an adult, whoever it is; the client's own age outweighs what they deny. */
    private static int weight(AgeStatement statement) {
        return switch (statement.verdict()) {
            case MINOR -> statement.whose() == Whose.ANYBODY ? 1 : 4;
            case ADULT -> 3;
            case NOT_ADULT -> 2;
        };
    }

    private static Age value(AgeStatement statement) {
        if (statement.verdict() == Verdict.ADULT) {
            return statement.whose() == Whose.ANYBODY ? NONE : ADULT;
        }
        return statement.whose() == Whose.ANYBODY ? UNCLEAR : UNDER_AGE;
    }

    private static Reading<Age> inWords(List<String> words, boolean isQuestion, boolean isIdea, boolean isBooked) {
        var minor = SAYS_MINOR.indexIn(words);
        if (minor >= 0 && isStatement(words, minor, SAYS_MINOR, isQuestion)) {
            return said(isDenied(words, minor) ? ADULT : UNDER_AGE, SAYS_MINOR.firstIn(words));
        }
        var adult = SAYS_ADULT.indexIn(words);
        if (adult >= 0 && isStatement(words, adult, SAYS_ADULT, isQuestion)) {
            return said(isDenied(words, adult) ? UNDER_AGE : ADULT, SAYS_ADULT.firstIn(words));
        }
        if (ASK.isIn(words)) {
            return said(UNCLEAR, ASK.firstIn(words));
        }
        var person = FOR_A_PERSON.firstIn(words);
        if (person == null && isBooked) {
            person = FOR_A_PERSON_IF_BOOKED.firstIn(words);
        }
        return person != null && !isIdea ? said(UNCLEAR, person) : Reading.notUnderstood("no-age");
    }

    private static Reading<Age> said(Age age, @Nullable String span) {
        return Reading.understood(age, "age.in-words", span == null ? "" : span);
    }

    /** "Do I need to be an adult?" and "coming of age" state nothing; "I'm under age, is that ok?" does. */
    private static boolean isStatement(List<String> words, int at, Phrases phrases, boolean isQuestion) {
        var next = at + phrases.lengthAt(words, at, words.size());
        if (RULE_TALK.isIn(words.subList(Math.max(0, at - REACH), at))) {
            return false;
        }
        var endsClause = next == words.size() || Clauses.isMark(words.get(next));
        return SPEAKS_OF_SELF.isIn(words.subList(Math.max(0, at - REACH), Math.min(words.size(), at + 2)))
                || (endsClause && !isQuestion);
    }

    private static boolean isDenied(List<String> words, int at) {
        return NOT.isIn(words.subList(Math.max(0, at - 2), at));
    }
}
