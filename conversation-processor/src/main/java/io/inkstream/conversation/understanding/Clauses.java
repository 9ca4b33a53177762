package io.inkstream.conversation.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A text as words with the marks that part its clauses. Unlike {@link Utterance#words} it keeps figures as they were
 * written ("5'9" is no 59), and "17yo" is two words.
 */
final class Clauses {
    /** Ends a sentence. */
    static final String STOP = ".";

    /** Parts two clauses of one sentence. */
    static final String COMMA = ";";

    private static final String STOPS = ".!?;\n";
    private static final String COMMAS = ",:()";
    private static final String SIGNS = "+%/£$€\"";
    private static final Set<String> GLUED_TO_FIGURES = Set.of("im", "age", "aged", "am", "hes", "shes", "is");

    private Clauses() {}

    static List<String> of(List<Token> tokens) {
        var words = new ArrayList<String>();
        for (var token : tokens) {
            switch (token.kind()) {
                case WORD -> addWord(words, plain(token.text()));
                case NUMBER -> words.add(token.text());
                case SYMBOL -> addMark(words, token.text());
                case NAME -> words.add(COMMA);
            }
        }
        return words;
    }

    static boolean isMark(String word) {
        return word.equals(STOP) || word.equals(COMMA);
    }

    private static String plain(String word) {
        var unmarked = word.indexOf('\'') < 0 ? word : expanded(word);
        for (int i = 0; i < unmarked.length(); i++) {
            if (unmarked.charAt(i) >= 128) {
                return Utterance.withoutAccents(unmarked);
            }
        }
        return unmarked;
    }

    /** "We're" is not "were". */
    private static String expanded(String word) {
        return word.equals("we're") ? "we are" : word.replace("'", "");
    }

    private static void addWord(List<String> words, String word) {
        var figures = word.length();
        while (figures > 0 && Character.isDigit(word.charAt(figures - 1))) {
            figures--;
        }
        if (figures < word.length() && GLUED_TO_FIGURES.contains(word.substring(0, figures))) {
            words.add(word.substring(0, figures));
            words.add(word.substring(figures));
        } else if (word.equals("we are")) {
            words.add("we");
            words.add("are");
        } else {
            words.add(word);
        }
    }

    private static void addMark(List<String> words, String mark) {
        if (STOPS.contains(mark)) {
            words.add(STOP);
        } else if (COMMAS.contains(mark)) {
            words.add(COMMA);
        } else if (SIGNS.contains(mark)) {
            words.add(mark);
        }
    }
}
