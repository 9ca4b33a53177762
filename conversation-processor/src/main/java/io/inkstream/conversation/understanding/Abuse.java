package io.inkstream.conversation.understanding;

import java.util.List;

/** Words meant to hurt whoever reads them. Swearing with joy, and bad words as lettering, are none. */
final class Abuse {
    private static final PhraseFile WORDS = PhraseFile.read("abuse");
    private static final Phrases ATTACKS = WORDS.section("attacks");
    private static final Phrases SLURS = WORDS.section("slurs");
    private static final Phrases INSULTS = WORDS.section("insults");
    private static final Phrases FAULTS = WORDS.section("faults");
    private static final Phrases YOU = WORDS.section("you");
    private static final Phrases YOU_ARE = WORDS.section("you-are");
    private static final Phrases BOT = WORDS.section("bot");
    private static final Phrases ARE = WORDS.section("are");
    private static final Phrases STRONG = WORDS.section("strong");
    private static final Phrases SMALL_WORDS = WORDS.section("small-words");
    private static final Phrases LETTERING = WORDS.section("lettering");

    private Abuse() {}

    static boolean isIn(Utterance text) {
        var words = text.words();
        if (LETTERING.isIn(words) || isQuoted(text)) {
            return false;
        }
        return SLURS.isIn(words) || ATTACKS.isIn(words) || isOnlyInsult(words) || isAimed(words);
    }

    private static boolean isQuoted(Utterance text) {
        return text.clean().indexOf('"') >= 0 || text.clean().indexOf('«') >= 0;
    }

    /** "Wanker", "you idiot!!", "what an idiot". */
    private static boolean isOnlyInsult(List<String> words) {
        var insults = 0;
        for (int at = 0; at < words.size(); ) {
            var insult = INSULTS.lengthAt(words, at, words.size());
            var other = Math.max(
                    Math.max(SMALL_WORDS.lengthAt(words, at, words.size()), STRONG.lengthAt(words, at, words.size())),
                    Math.max(YOU.lengthAt(words, at, words.size()), ARE.lengthAt(words, at, words.size())));
            if (insult == 0 && other == 0) {
                return false;
            }
            insults += insult;
            at += Math.max(insult, other);
        }
        return insults > 0;
    }

    /** An insult at the end of "you are such a ...", or a fault of the bot: "this bot is useless". */
    private static boolean isAimed(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            var isInsult = INSULTS.lengthAt(words, at, words.size()) > 0;
            var isFault = FAULTS.lengthAt(words, at, words.size()) > 0;
            if ((isInsult || isFault) && isOf(words, at)) {
                return true;
            }
            if ((isFault || STRONG.lengthAt(words, at, words.size()) > 0) && isBeforeBotOrInsult(words, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(List<String> words, int at) {
        var start = at;
        var isSaid = false;
        for (int more = 1; more > 0; start -= more) {
            more = Math.max(STRONG.lengthBefore(words, start), ARE.lengthBefore(words, start));
            isSaid |= more > 0;
        }
        var isInsult = INSULTS.lengthAt(words, at, words.size()) > 0;
        return YOU_ARE.lengthBefore(words, start) > 0
                || (YOU.lengthBefore(words, start) > 0 && (isSaid || isInsult))
                || (isSaid && BOT.lengthBefore(words, start) > 0);
    }

    private static boolean isBeforeBotOrInsult(List<String> words, int at) {
        return at < words.size()
                && (BOT.lengthAt(words, at, words.size()) > 0 || INSULTS.lengthAt(words, at, words.size()) > 0);
    }
}
