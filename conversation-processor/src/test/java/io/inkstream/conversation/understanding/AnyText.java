package io.inkstream.conversation.understanding;

import java.util.List;
import java.util.random.RandomGenerator;

/** Random texts: any Unicode at all, half characters too, and heaps of what parsers know, in no order. */
final class AnyText {
    private static final List<String> KNOWN = List.of(
            "10",
            "x",
            "15",
            "cm",
            "£",
            "500",
            "-",
            "/",
            ".",
            ",",
            "?",
            "\n",
            "k",
            "grand",
            "half",
            "and a half",
            "1/2",
            "½",
            "inches",
            "\"",
            "'",
            "17",
            "18",
            "years old",
            "I'm",
            "my son is",
            "no",
            "not",
            "cover up",
            "old tattoo",
            "scar",
            "you",
            "idiot",
            "bot",
            "stop",
            "messages",
            "human",
            "talk to",
            "cancel",
            "monday",
            "at 4",
            "pm",
            "first",
            "option",
            "London",
            "san",
            "new york",
            "e8 4aa",
            "@jane",
            "https://x.com/1",
            "quinientos",
            "y medio",
            "mañana",
            "de la tarde",
            "51.5, -0.12",
            "🇬🇧",
            "👍",
            "twenty",
            "five",
            "hundred",
            "between",
            "to",
            "between 3 and",
            "tall",
            "wide",
            "#2");

    private AnyText() {}

    static String any(RandomGenerator random) {
        return random.nextBoolean() ? unicode(random, 200) : words(random, 60);
    }

    static String unicode(RandomGenerator random, int lengthMax) {
        var text = new StringBuilder();
        for (int i = random.nextInt(lengthMax); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> text.append((char) random.nextInt(0x10000)); // half characters among them
                case 1 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                case 2 -> text.append((char) random.nextInt(32, 127));
                default -> text.append(KNOWN.get(random.nextInt(KNOWN.size())));
            }
        }
        return text.toString();
    }

    static String words(RandomGenerator random, int wordsMax) {
        var text = new StringBuilder();
        for (int i = random.nextInt(1, wordsMax); i > 0; i--) {
            text.append(KNOWN.get(random.nextInt(KNOWN.size()))).append(random.nextInt(5) == 0 ? "" : " ");
        }
        return text.toString();
    }

    /** One short piece again and again, up to the length that is read. */
    static String repeated(String piece, int length) {
        return piece.repeat(length / piece.length() + 1).substring(0, length);
    }

    static List<String> pieces() {
        return KNOWN;
    }
}
