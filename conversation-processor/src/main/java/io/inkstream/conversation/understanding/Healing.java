package io.inkstream.conversation.understanding;

import java.util.List;

/** A worry about a tattoo that heals: "my tattoo is red and hot", "it's oozing"; not "a bleeding rose tattoo". */
final class Healing {
    private static final PhraseFile WORDS = PhraseFile.read("healing");
    private static final Phrases MINE = WORDS.section("mine");
    private static final Phrases IT = WORDS.section("it");
    private static final Phrases STRONG = WORDS.section("strong");
    private static final Phrases MILD = WORDS.section("mild");
    private static final Phrases IS_IT_NORMAL = WORDS.section("is-it-normal");
    private static final Phrases WISHES = WORDS.section("wishes");

    private Healing() {}

    static boolean isWorry(List<String> words) {
        var isStrong = STRONG.isIn(words);
        var isMild = MILD.isIn(words);
        if ((!isStrong && !isMild) || WISHES.isIn(words)) {
            return false;
        }
        var isMine = MINE.isIn(words);
        return isStrong
                ? isMine || IT.isIn(words)
                : isMine || (IT.isIn(words) && (IS_IT_NORMAL.isIn(words) || MILD.countIn(words) > 1));
    }
}
