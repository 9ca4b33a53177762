package io.inkstream.conversation.understanding;

import java.util.List;

/**
 * Finds words that are said of the client's own matter: not denied ("no scars", "not a cover up"), and not part of a
 * longer phrase that means something else ("a deal with the devil"). Reads words as {@link Clauses} has them, so that a
 * "no" that ends its own clause denies nothing after it.
 */
final class Spotter {
    private static final PhraseFile WORDS = PhraseFile.read("spotter");
    private static final Phrases NOT = WORDS.section("not");
    private static final Phrases NO_NOT = WORDS.section("no-not");
    private static final Phrases LISTS = WORDS.section("lists");
    private static final Phrases BUT = WORDS.section("but");
    private static final Phrases ANSWERED_NO = WORDS.section("answered-no");
    private static final int REACH = 5;

    private Spotter() {}

    /** Where one of the phrases is said and meant; -1 when it is not. */
    static int find(List<String> words, Phrases phrases, Phrases except) {
        var deniedTo = -1;
        for (int at = 0; at < words.size(); ) {
            var exempt = except.lengthAt(words, at, words.size());
            var length = exempt > 0 ? 0 : phrases.lengthAt(words, at, words.size());
            if (length > 0) {
                var isListed = deniedTo >= 0 && isList(words, deniedTo, at);
                if (!isListed && !isDenied(words, at) && !isAnsweredNo(words, at + length)) {
                    return at;
                }
                deniedTo = at + length;
            }
            at += Math.max(1, Math.max(exempt, length));
        }
        return -1;
    }

    /** "No scars, allergies or keloids": what denies the first denies the others. */
    private static boolean isList(List<String> words, int from, int to) {
        for (int at = from; at < to; at++) {
            if (LISTS.lengthAt(words, at, at + 1) == 0) {
                return false;
            }
        }
        return true;
    }

    /** "Medication? No." */
    private static boolean isAnsweredNo(List<String> words, int at) {
        return at + 1 < words.size()
                && Clauses.isMark(words.get(at))
                && ANSWERED_NO.isAll(words.subList(at + 1, words.size()));
    }

    static boolean isDenied(List<String> words, int at) {
        for (int before = at - 1; before >= Math.max(0, at - REACH); before--) {
            if (Clauses.isMark(words.get(before)) || BUT.lengthAt(words, before, at) > 0) {
                return false;
            }
            if (NOT.lengthAt(words, before, at) > 0 && NO_NOT.lengthAt(words, before, words.size()) == 0) {
                return true;
            }
        }
        return false;
    }
}
