package io.inkstream.conversation.understanding;

import java.util.List;

/** What a message says of the age of the person to be tattooed. */
public enum Age {
    UNDER_AGE,
    ADULT,
    /** For somebody else, of unknown age. */
    UNCLEAR,
    NONE;

    private static final int ADULT_FROM = 18;
    private static final int SENSIBLE_MAX = 110;
    private static final PhraseFile WORDS = PhraseFile.read("age");
    private static final Phrases I_AM = WORDS.section("i-am");
    private static final Phrases AGE_FOLLOWS = WORDS.section("age-follows");
    private static final Phrases CLAUSE_END = WORDS.section("clause-end");
    private static final Phrases TURNING = WORDS.section("turning");
    private static final Phrases OVER = WORDS.section("over");
    private static final Phrases UNDER = WORDS.section("under");
    private static final Phrases FOR_A_CHILD = WORDS.section("for-a-child");
    private static final Phrases FOR_ANOTHER = WORDS.section("for-another");
    private static final Phrases BOOKING = WORDS.section("booking");

    public static Age of(Utterance text) {
        var words = text.words();
        if (OVER.isIn(words) && !text.endsAsQuestion()) {
            return ADULT;
        }
        if (UNDER.isIn(words) && !text.endsAsQuestion()) {
            return UNDER_AGE;
        }
        for (int at = 0; at < words.size(); at++) {
            var age = ofNumberAt(words, at);
            if (age != NONE) {
                return age;
            }
        }
        return (FOR_A_CHILD.isIn(words) || FOR_ANOTHER.isIn(words)) && BOOKING.isIn(words) ? UNCLEAR : NONE;
    }

    /** "I am 34", "I'm 16 years old", "turning 18 in May"; a size or a date beside "I am" is no age. */
    private static Age ofNumberAt(List<String> words, int at) {
        var years = years(words.get(at));
        if (years < 0) {
            return NONE;
        }
        if (years == ADULT_FROM && at > 0 && TURNING.isIn(words.subList(Math.max(0, at - 2), at))) {
            return UNDER_AGE;
        }
        var stated = isAfter(I_AM, words, at)
                && (at + 1 == words.size()
                        || AGE_FOLLOWS.lengthAt(words, at + 1, words.size()) > 0
                        || isClauseEnd(words, at + 1));
        if (!stated) {
            return NONE;
        }
        return years < ADULT_FROM ? UNDER_AGE : ADULT;
    }

    private static boolean isClauseEnd(List<String> words, int at) {
        return CLAUSE_END.lengthAt(words, at, words.size()) > 0;
    }

    private static boolean isAfter(Phrases phrases, List<String> words, int at) {
        for (int start = Math.max(0, at - 3); start < at; start++) {
            if (phrases.lengthAt(words, start, at) == at - start) {
                return true;
            }
        }
        return at > 0 && words.get(at - 1).equals("only") && isAfter(phrases, words, at - 1);
    }

    private static int years(String word) {
        if (word.length() > 3 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        var years = Integer.parseInt(word);
        return years >= 3 && years <= SENSIBLE_MAX ? years : -1;
    }
}
