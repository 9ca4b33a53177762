package io.inkstream.conversation.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Yes and no, in every shipped language. */
public enum YesNo {
    YES,
    NO;

    private static final PhraseFile WORDS = PhraseFile.read("yesno");
    private static final Phrases YES_PHRASES = WORDS.section("yes-phrases");
    private static final Phrases YES_ALONE = WORDS.section("yes-alone");
    private static final Phrases NO_PHRASES = WORDS.section("no-phrases");
    private static final Phrases NO_ALONE = WORDS.section("no-alone");
    private static final Phrases NEITHER = WORDS.section("neither");
    private static final Phrases TALK = WORDS.section("talk");
    private static final Set<String> YES_EMOJI = Set.of("👍", "👌", "✅", "💯", "🙌", "🆗", "✔");
    private static final Set<String> NO_EMOJI = Set.of("👎", "❌", "🚫", "🙅");

    /** Reads the answer to a yes/no question: the text must begin with it. */
    public static Reading<YesNo> read(Utterance text) {
        if (text.hasNoWords()) {
            return readEmoji(text);
        }
        var words = withoutEcho(text.words());
        if (!NEITHER.startsWith(words) || text.lower().startsWith("sí")) {
            var no = Math.max(NO_PHRASES.lengthAt(words, 0, words.size()), alone(NO_ALONE, words, text));
            var yes = Math.max(YES_PHRASES.lengthAt(words, 0, words.size()), alone(YES_ALONE, words, text));
            if (no > 0 && no >= yes) {
                return Reading.understood(NO, "yes-no.no", String.join(" ", words.subList(0, no)));
            }
            if (yes > 0) {
                return Reading.understood(YES, "yes-no.yes", String.join(" ", words.subList(0, yes)));
            }
        }
        return DontKnow.isSaidIn(text) ? DontKnow.reading(text) : Reading.notUnderstood("neither-yes-nor-no");
    }

    /** "Great", "I do": an answer only when little else is said, for a "great white shark" is none. */
    private static int alone(Phrases phrases, List<String> words, Utterance text) {
        var length = phrases.lengthAt(words, 0, words.size());
        if (length == 0 || isTalk(words.subList(length, words.size()))) {
            return length;
        }
        var marked = text.clauses();
        var endsThere = marked.size() > length && Clauses.isMark(marked.get(length));
        return endsThere ? length : 0;
    }

    private static boolean isTalk(List<String> words) {
        for (int at = 0; at < words.size(); ) {
            var length = TALK.lengthAt(words, at, words.size());
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** "Yesss" is yes, "nooo" is no. */
    private static List<String> withoutEcho(List<String> words) {
        var first = words.getFirst();
        var out = new StringBuilder(first.length());
        for (int i = 0; i < first.length(); i++) {
            if (i < 2 || first.charAt(i) != first.charAt(i - 1) || first.charAt(i) != first.charAt(i - 2)) {
                out.append(first.charAt(i));
            }
        }
        var end = out.length();
        if (end > 2 && out.charAt(end - 1) == out.charAt(end - 2) && isEchoed(out.substring(0, end - 1))) {
            out.setLength(end - 1);
        }
        if (out.length() == first.length()) {
            return words;
        }
        var rest = new ArrayList<>(words);
        rest.set(0, out.toString());
        return rest;
    }

    private static boolean isEchoed(String word) {
        var alone = List.of(word);
        return YES_PHRASES.isAll(alone) || NO_PHRASES.isAll(alone);
    }

    /** Whether the emoji says yes, as a reaction does. */
    public static boolean isYesEmoji(String emoji) {
        return YES_EMOJI.stream().anyMatch(emoji::startsWith); // a skin tone may follow
    }

    private static Reading<YesNo> readEmoji(Utterance text) {
        if (isYesEmoji(text.clean())) {
            return Reading.understood(YES, "yes-no.emoji", text.clean());
        }
        return NO_EMOJI.stream().anyMatch(text.clean()::startsWith)
                ? Reading.understood(NO, "yes-no.emoji", text.clean())
                : Reading.notUnderstood("no-words");
    }
}
