package io.inkstream.conversation.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table of word sequences, found as whole words in time linear in the text. */
final class Phrases {
    private final Map<String, List<String[]>> byFirstWord = new HashMap<>();
    private int longest;

    private Phrases() {}

    /** One phrase per entry; words as {@link Utterance#words} has them: lower case, no accents, no apostrophes. */
    static Phrases of(String... phrases) {
        var table = new Phrases();
        for (var phrase : phrases) {
            var words = phrase.split(" ");
            table.byFirstWord.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(words);
            table.longest = Math.max(table.longest, words.length);
        }
        return table;
    }

    /** Whether the text consists of one of the phrases and nothing else. */
    boolean isAll(List<String> words) {
        return !words.isEmpty() && lengthAt(words, 0, words.size()) == words.size();
    }

    boolean isIn(List<String> words) {
        return firstIn(words) != null;
    }

    /** The first phrase that occurs in the text, as words joined by spaces; null when none does. */
    @Nullable
    String firstIn(List<String> words) {
        var start = indexIn(words);
        return start < 0 ? null : String.join(" ", words.subList(start, start + lengthAt(words, start, words.size())));
    }

    /** Where the first phrase starts, or -1. */
    int indexIn(List<String> words) {
        for (int start = 0; start < words.size(); start++) {
            if (lengthAt(words, start, words.size()) > 0) {
                return start;
            }
        }
        return -1;
    }

    /** How many of these stand in the text, one after the other. */
    int countIn(List<String> words) {
        var count = 0;
        for (int at = 0; at < words.size(); ) {
            var length = lengthAt(words, at, words.size());
            count += length > 0 ? 1 : 0;
            at += Math.max(1, length);
        }
        return count;
    }

    boolean startsWith(List<String> words) {
        return lengthAt(words, 0, words.size()) > 0;
    }

    /** The words that are left without the phrases. */
    List<String> without(List<String> words) {
        var rest = new ArrayList<String>(words.size());
        for (int at = 0; at < words.size(); ) {
            var length = lengthAt(words, at, words.size());
            if (length == 0) {
                rest.add(words.get(at));
            }
            at += Math.max(1, length);
        }
        return rest;
    }

    /** Whether one of these is followed by one of the others, with at most so many words between them. */
    boolean isBefore(Phrases others, List<String> words, int reach) {
        return indexBefore(others, words, reach) >= 0;
    }

    /** The words from one of these to one of the others, with at most so many between; null when there are none. */
    @Nullable
    String spanBefore(Phrases others, List<String> words, int reach) {
        var start = indexBefore(others, words, reach);
        if (start < 0) {
            return null;
        }
        var next = start + lengthAt(words, start, words.size());
        while (others.lengthAt(words, next, words.size()) == 0) {
            next++;
        }
        return String.join(" ", words.subList(start, next + others.lengthAt(words, next, words.size())));
    }

    /** Where one of these stands that is followed by one of the others, with at most so many words between; or -1. */
    int indexBefore(Phrases others, List<String> words, int reach) {
        for (int start = 0; start < words.size(); start++) {
            var length = lengthAt(words, start, words.size());
            for (int next = start + length; length > 0 && next <= start + length + reach; next++) {
                if (others.lengthAt(words, next, words.size()) > 0) {
                    return start;
                }
            }
        }
        return -1;
    }

    /** Number of words of the longest phrase at this position, 0 when none is there. */
    int lengthAt(List<String> words, int start, int end) {
        if (start >= end) {
            return 0;
        }
        var longest = 0;
        for (var phrase : byFirstWord.getOrDefault(words.get(start), List.of())) {
            if (phrase.length > longest && phrase.length <= end - start && matches(words, start, phrase)) {
                longest = phrase.length;
            }
        }
        return longest;
    }

    /** Number of words of the longest phrase that ends just before this position, 0 when none does. */
    int lengthBefore(List<String> words, int end) {
        for (int start = Math.max(0, end - longest); start < end; start++) {
            if (hasPhrase(words, start, end)) {
                return end - start;
            }
        }
        return 0;
    }

    private boolean hasPhrase(List<String> words, int start, int end) {
        for (var phrase : byFirstWord.getOrDefault(words.get(start), List.of())) {
            if (phrase.length == end - start && matches(words, start, phrase)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(List<String> words, int start, String[] phrase) {
        for (int i = 1; i < phrase.length; i++) {
            if (!phrase[i].equals(words.get(start + i))) {
                return false;
            }
        }
        return true;
    }
}
