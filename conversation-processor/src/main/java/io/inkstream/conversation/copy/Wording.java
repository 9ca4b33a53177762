package io.inkstream.conversation.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One text with its placeholders, prepared for filling. A placeholder is a lower-case name in braces; anything else in
 * braces, such as an action link, is left for others.
 */
final class Wording {
    private final List<String> literals = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    Wording(String text) {
        var from = 0;
        var open = text.indexOf('{');
        while (open >= 0) {
            var close = text.indexOf('}', open);
            if (close > open && isName(text, open + 1, close)) {
                literals.add(text.substring(from, open));
                names.add(text.substring(open + 1, close));
                from = close + 1;
            }
            open = text.indexOf('{', open + 1);
        }
        literals.add(text.substring(from));
    }

    private static boolean isName(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            var c = text.charAt(i);
            if ((c < 'a' || c > 'z') && c != '_') {
                return false;
            }
        }
        return to > from;
    }

    Set<String> names() {
        return new TreeSet<>(names);
    }

    /** Throws when a value is missing: a text with holes must never reach a client. */
    String filled(Map<String, String> values) {
        if (names.isEmpty()) {
            return literals.getFirst();
        }
        var out = new StringBuilder(256);
        for (int i = 0; i < names.size(); i++) {
            var value = values.get(names.get(i));
            if (value == null) {
                throw new IllegalArgumentException("no value for {" + names.get(i) + "}");
            }
            out.append(literals.get(i)).append(value);
        }
        return out.append(literals.getLast()).toString();
    }
}
