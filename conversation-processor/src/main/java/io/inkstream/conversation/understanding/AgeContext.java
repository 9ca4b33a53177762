package io.inkstream.conversation.understanding;

import io.inkstream.conversation.understanding.AgeStatement.Verdict;
import io.inkstream.conversation.understanding.AgeStatement.Whose;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the words around one figure: whose age it is, and whether it is reached. */
final class AgeContext {
    private static final int ADULT_FROM = 18;
    private static final int OWN_YEARS_MIN = 6;

    /** How far back a sentence may name the person of whom "is 16" speaks. */
    private static final int SUBJECT_REACH = 6;

    private static final PhraseFile WORDS = PhraseFile.read("age");
    private static final Phrases ADVERBS = WORDS.section("adverbs");
    private static final Phrases SOON = WORDS.section("soon");
    private static final Phrases TURNING = WORDS.section("turning");
    private static final Phrases WILL_BE = WORDS.section("will-be");
    private static final Phrases SOON_AFTER = WORDS.section("soon-after");
    private static final Phrases UNTIL = WORDS.section("until");
    private static final Phrases JUST_TURNED = WORDS.section("just-turned");
    private static final Phrases OVER = WORDS.section("over");
    private static final Phrases OVER_AFTER = WORDS.section("over-after");
    private static final Phrases UNDER = WORDS.section("under");
    private static final Phrases NOT = WORDS.section("not");
    private static final Phrases ARTICLES = WORDS.section("articles");
    private static final Phrases I_AM = WORDS.section("i-am");
    private static final Phrases I_AM_NOT = WORDS.section("i-am-not");
    private static final Phrases ASKS_FOR_SELF = WORDS.section("asks-for-self");
    private static final Phrases GOES_ON = WORDS.section("goes-on");
    private static final Phrases SEEMS = WORDS.section("seems");
    private static final Phrases THEY_ARE = WORDS.section("they-are");
    private static final Phrases IS = WORDS.section("is");
    private static final Phrases PEOPLE = WORDS.section("people");
    private static final Phrases OF_AGE = WORDS.section("of-age");
    private static final Phrases POSSESSIVES = WORDS.section("possessives");
    private static final Phrases GREETINGS = WORDS.section("greetings");
    private static final Phrases RULE_TALK = WORDS.section("rule-talk");

    private static final List<Phrases> MODIFIERS = List.of(SOON, WILL_BE, JUST_TURNED, TURNING, OVER, UNDER, NOT);
    private static final int TEENS_FROM = 13;

    /** What the words beside a figure make of it. */
    private enum Sense {
        EXACTLY,
        SOON,
        OVER,
        UNDER
    }

    private final List<String> words;
    private final int at;
    private final int next;
    private final boolean hasUnit;
    private final boolean isBareYears;
    private final boolean isQuestion;
    private int start;
    private Sense sense = Sense.EXACTLY;
    private boolean denied;
    private boolean willBe;
    private boolean turned;
    private boolean turns;
    private boolean hasArticle;

    /**
     * @param at where the figure stands
     * @param unit where its "years old" begins
     * @param next the word after both
     */
    AgeContext(List<String> words, int at, int unit, int next, boolean isQuestion) {
        this.words = words;
        this.at = at;
        this.next = next;
        this.hasUnit = next > unit;
        this.isBareYears = next == unit + 1;
        this.isQuestion = isQuestion;
        this.start = at;
    }

    @Nullable
    AgeStatement statement(int years) {
        readBack();
        if (SOON_AFTER.lengthAt(words, next, words.size()) > 0 && sense == Sense.EXACTLY && !turned) {
            sense = Sense.SOON;
        }
        if (OVER_AFTER.lengthAt(words, next, words.size()) > 0) {
            sense = Sense.OVER;
        }
        var whose = whose(years);
        var verdict = whose == null ? null : verdict(years);
        return whose == null || verdict == null ? null : new AgeStatement(whose, verdict, years, start, next);
    }

    /** Takes "nearly", "only", "not", "over" and the like that stand before the figure. */
    private void readBack() {
        for (var length = 1; length > 0; start -= length) {
            length = modifierBefore();
        }
    }

    private int modifierBefore() {
        for (var phrases : MODIFIERS) {
            var length = phrases.lengthBefore(words, start);
            if (length > 0) {
                modify(phrases);
                return length;
            }
        }
        var article = hasUnit && start == at ? ARTICLES.lengthBefore(words, start) : 0;
        hasArticle |= article > 0;
        return article > 0 ? article : ADVERBS.lengthBefore(words, start);
    }

    private void modify(Phrases phrases) {
        willBe |= phrases == WILL_BE;
        denied |= phrases == NOT;
        turned |= phrases == JUST_TURNED;
        turns |= turned || phrases == TURNING;
        if (sense == Sense.EXACTLY && (phrases == SOON || phrases == WILL_BE || phrases == TURNING)) {
            sense = Sense.SOON;
        } else if (phrases == OVER) {
            sense = Sense.OVER;
        } else if (phrases == UNDER) {
            sense = Sense.UNDER;
        }
    }

    private @Nullable Whose whose(int years) {
        var iAmNot = I_AM_NOT.lengthBefore(words, start);
        if (iAmNot > 0) {
            denied = true;
            return ofClient(start - iAmNot, years);
        }
        var iAm = I_AM.lengthBefore(words, start);
        if (iAm > 0) {
            return ofClient(start - iAm, years);
        }
        var theyAre = THEY_ARE.lengthBefore(words, start);
        if (theyAre > 0) {
            start -= theyAre;
            return Whose.SOMEBODY_ELSE;
        }
        if (OF_AGE.lengthBefore(words, start) > 0) {
            return isPersonBefore(start) ? Whose.SOMEBODY_ELSE : Whose.CLIENT;
        }
        if ((willBe || IS.lengthBefore(words, start) > 0) && isPersonBefore(start)) {
            return Whose.SOMEBODY_ELSE;
        }
        if (hasUnit && POSSESSIVES.lengthBefore(words, start) > 0) {
            return Whose.SOMEBODY_ELSE;
        }
        return isBesidePerson() ? Whose.SOMEBODY_ELSE : alone(years);
    }

    private @Nullable Whose ofClient(int iAm, int years) {
        if (SEEMS.lengthBefore(words, iAm) > 0 || years < OWN_YEARS_MIN) {
            return null;
        }
        if (UNTIL.lengthBefore(words, iAm) > 0) {
            sense = Sense.SOON;
        }
        start = iAm;
        return Whose.CLIENT;
    }

    /** "My daughter (16)", "my son, 17, wants", "mi hija de 16". */
    private boolean isBesidePerson() {
        var before = start;
        while (before > 0
                && (Clauses.isMark(words.get(before - 1))
                        || words.get(before - 1).equals("de"))) {
            before--;
        }
        var isSetApart = before < start && (hasUnit || next == words.size() || !isNumberOfThings(next));
        var goesOn = hasUnit || next == words.size() || GOES_ON.lengthAt(words, next, words.size()) > 0;
        return PEOPLE.lengthBefore(words, before) > 0 && (isSetApart || goesOn);
    }

    private boolean isNumberOfThings(int after) {
        return after < words.size() && !Clauses.isMark(words.get(after)) && AgeStatements.countsSomething(words, after);
    }

    /** Nobody is named: the client's own, when the words leave nothing else to mean. */
    private @Nullable Whose alone(int years) {
        if (start > 0 && words.get(start - 1).equals("at")) {
            return isQuestion && ASKS_FOR_SELF.isIn(words) && years >= TEENS_FROM ? Whose.CLIENT : null;
        }
        if (hasArticle) {
            return isAtTheStart() ? Whose.CLIENT : Whose.ANYBODY;
        }
        if (!saysAge(years) || (willBe && !isAtTheStart()) || (isRuleTalk() && sense != Sense.SOON)) {
            return null;
        }
        return isPersonBefore(start) ? Whose.SOMEBODY_ELSE : Whose.CLIENT;
    }

    private boolean saysAge(int years) {
        return (hasUnit && !(isBareYears && !beginsClause()))
                || (turns && years >= TEENS_FROM)
                || (years == ADULT_FROM && (denied || sense != Sense.EXACTLY));
    }

    /** "Do I need to be over 18?" asks for the rule. */
    private boolean isRuleTalk() {
        return isQuestion || RULE_TALK.isIn(words.subList(Math.max(0, start - SUBJECT_REACH), start));
    }

    private boolean isPersonBefore(int end) {
        return PEOPLE.isIn(words.subList(Math.max(0, end - SUBJECT_REACH), end));
    }

    private @Nullable Verdict verdict(int years) {
        if (denied && sense == Sense.UNDER) {
            return years == ADULT_FROM ? Verdict.ADULT : null;
        }
        if (denied) {
            return years == ADULT_FROM ? Verdict.NOT_ADULT : null;
        }
        return switch (sense) {
            case EXACTLY -> years < ADULT_FROM ? Verdict.MINOR : Verdict.ADULT;
            case SOON -> years <= ADULT_FROM ? Verdict.MINOR : Verdict.ADULT;
            case OVER -> years >= ADULT_FROM - 1 ? Verdict.ADULT : Verdict.NOT_ADULT;
            case UNDER -> years <= ADULT_FROM ? Verdict.MINOR : null;
        };
    }

    private boolean beginsClause() {
        return start == 0 || Clauses.isMark(words.get(start - 1)) || isAtTheStart();
    }

    /** Only a greeting stands before it: "hi, a 17 year old here". */
    private boolean isAtTheStart() {
        return start == 0 || GREETINGS.lengthBefore(words, start) == start;
    }
}
