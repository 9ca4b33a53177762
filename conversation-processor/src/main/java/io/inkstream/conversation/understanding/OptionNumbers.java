package io.inkstream.conversation.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The numbers in a message that may name an option of a list: "option 2", "#3", "the second one", "2 please". */
final class OptionNumbers {
    private static final PhraseFile WORDS = PhraseFile.read("slotchoices");
    private static final Phrases OPTION_WORD = WORDS.section("option-word");
    private static final Phrases CHOOSES_BEFORE = WORDS.section("chooses-before");
    private static final Phrases CHOOSES_AFTER = WORDS.section("chooses-after");
    private static final List<Phrases> ORDINALS = List.of(
            WORDS.section("first"),
            WORDS.section("second"),
            WORDS.section("third"),
            WORDS.section("fourth"),
            WORDS.section("fifth"),
            WORDS.section("sixth"),
            WORDS.section("seventh"),
            WORDS.section("eighth"));
    private static final Phrases LAST = WORDS.section("last");
    private static final Set<String> NOT_AN_ORDINAL_BEFORE = Set.of("time", "tattoo", "session", "of", "thing", "date");
    private static final Set<String> NEGATIONS = Set.of("not", "except", "but", "never", "no");
    /** "The last one". */
    static final int LAST_OPTION = -1;

    private final List<Token> tokens;
    private final List<String> words;
    private final WhenSaid when;

    OptionNumbers(List<Token> tokens, List<String> words, WhenSaid when) {
        this.tokens = tokens;
        this.words = words;
        this.when = when;
    }

    /** {@code rule} tells how it was written; {@code isClear} when nothing else could be meant by it. */
    record Numbered(int number, String rule, boolean isClear) {}

    /** Every number that may be a choice, in the order of the message; excluded ones ("not 3") are left out. */
    List<Numbered> all() {
        var found = new ArrayList<Numbered>();
        for (int at = 0; at < words.size(); at++) {
            if (when.isUsed(at) || isExcluded(at)) {
                continue;
            }
            var glued = gluedToOptionWord(words.get(at));
            if (glued >= 0) {
                found.add(new Numbered(glued, "option", true));
            } else if (isNumber(at)) {
                found.add(numbered(at));
            } else if (isListOfDigits(at)) {
                words.get(at)
                        .chars()
                        .filter(Character::isDigit)
                        .forEach(c -> found.add(new Numbered(c - '0', "number", false)));
            } else if (ordinal(at) != 0) {
                found.add(new Numbered(ordinal(at), "ordinal", (at > 0 && isArticle(at - 1)) || isFollowedByOne(at)));
            }
        }
        return found;
    }

    static Set<Integer> distinct(List<Numbered> numbers, int max) {
        var distinct = new TreeSet<Integer>();
        numbers.stream()
                .filter(n -> !n.rule().equals("ordinal"))
                .mapToInt(Numbered::number)
                .filter(n -> n >= 1 && n <= max)
                .forEach(distinct::add);
        return distinct;
    }

    private boolean isNumber(int at) {
        if (tokens.get(at).isNumber()) {
            return words.get(at).chars().allMatch(c -> c >= '0' && c <= '9');
        }
        var value = NumberWords.value(words.get(at));
        return value != null && (value > 1 || words.size() == 1 || isAfterOptionWord(at));
    }

    /** "1,3". */
    private boolean isListOfDigits(int at) {
        return tokens.get(at).isNumber()
                && words.get(at).length() == 3
                && words.get(at).charAt(1) == ',';
    }

    private Numbered numbered(int at) {
        var number = tokens.get(at).isNumber() ? parsed(words.get(at)) : value(words.get(at));
        if (at > 0 && words.get(at - 1).equals("#")) {
            return new Numbered(number, "hash", true);
        }
        if (isAfterOptionWord(at)) {
            return new Numbered(number, "option", true);
        }
        var next = at + 1 < words.size() ? words.get(at + 1) : "";
        if (at == 0 && (next.equals(")") || next.equals(".") || next.equals(":"))) {
            return new Numbered(number, "list", true);
        }
        var chosen = words.size() == 1 || isChosen(at);
        return new Numbered(number, "number", chosen);
    }

    private static int value(String word) {
        var value = NumberWords.value(word);
        return value == null ? 0 : value;
    }

    private static int parsed(String digits) {
        return digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    /** "option", "no." or "slot #" before it. */
    private boolean isAfterOptionWord(int at) {
        var before = at - 1;
        while (before >= 0 && Set.of(".", ":", "#", "-").contains(words.get(before))) {
            before--;
        }
        return before >= 0 && OPTION_WORD.lengthAt(words, before, before + 1) == 1;
    }

    private boolean isChosen(int at) {
        var after = at + 1;
        while (after < words.size() && tokens.get(after).kind() == Token.Kind.SYMBOL) {
            after++;
        }
        if (CHOOSES_AFTER.lengthAt(words, after, words.size()) > 0) {
            return true;
        }
        var isLast = after >= words.size();
        for (int start = Math.max(0, at - 3); start < at; start++) {
            if (isLast && CHOOSES_BEFORE.lengthAt(words, start, at) == at - start) {
                return true;
            }
        }
        return false;
    }

    private boolean isExcluded(int at) {
        for (int before = at - 1; before >= Math.max(0, at - 2); before--) {
            var word = words.get(before);
            if (word.equals(",")) {
                return false;
            }
            if (NEGATIONS.contains(word) && !(word.equals("no") && before + 1 < words.size() && isNoOfNumber(before))) {
                return true;
            }
        }
        return false;
    }

    /** "no. 2" and "no 2" name a number. */
    private boolean isNoOfNumber(int at) {
        return words.get(at + 1).equals(".") || tokens.get(at + 1).isNumber();
    }

    private static int gluedToOptionWord(String word) {
        for (var name : List.of("option", "slot", "choice", "number", "opt", "opcion")) {
            if (word.startsWith(name) && word.length() > name.length() && word.length() <= name.length() + 2) {
                var digits = word.substring(name.length());
                return digits.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(digits) : -1;
            }
        }
        return -1;
    }

    private int ordinal(int at) {
        var next = at + 1 < words.size() ? words.get(at + 1) : "";
        if (NOT_AN_ORDINAL_BEFORE.contains(next)
                || (at > 0 && Set.of("a", "my", "at").contains(words.get(at - 1)))) {
            return 0;
        }
        if (LAST.lengthAt(words, at, words.size()) > 0) {
            return LAST_OPTION;
        }
        for (int i = 0; i < ORDINALS.size(); i++) {
            var isSuffixed = tokens.get(at).isNumber()
                    && at + 1 < words.size()
                    && tokens.get(at + 1).glued()
                    && ORDINALS.get(i).isAll(List.of(words.get(at) + next));
            if (isSuffixed || ORDINALS.get(i).isAll(List.of(words.get(at)))) {
                return i + 1;
            }
        }
        return 0;
    }

    private boolean isArticle(int at) {
        return Set.of("the", "el", "la").contains(words.get(at));
    }

    private boolean isFollowedByOne(int at) {
        return at + 1 < words.size()
                && (words.get(at + 1).equals("one") || OPTION_WORD.lengthAt(words, at + 1, at + 2) == 1);
    }
}
