package io.inkstream.conversation.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the place that a sentence names beside other words, at best the one its writer lives in. */
final class PlacesInSentences {
    private static final PhraseFile WORDS = PhraseFile.read("places");
    private static final Phrases LIVES = WORDS.section("lives");
    private static final Phrases BEFORE = WORDS.section("before");
    private static final Phrases CAME_FROM = WORDS.section("came-from");
    private static final Phrases COMMON_WORDS = WORDS.section("common-words");
    private static final Phrases QUALIFIERS = WORDS.section("qualifiers");
    private static final Phrases LEAD_IN = WORDS.section("lead-in");
    private static final Phrases NO_NAME_WORDS = WORDS.section("no-name-words");
    private static final int RANK_LIVES = 3;
    private static final int SENTENCE_WORDS_READ_MAX = 60;

    /** Smaller places, abroad, are too likely to be some other word in a sentence. */
    private static final long PEOPLE_IN_PASSING_MIN = 50_000;

    private final String home;

    /** @param home the studio's country code, whose places win over namesakes abroad */
    PlacesInSentences(String home) {
        this.home = home;
    }

    /** The city after "live in" and the like; null when the sentence does not say it so plainly. */
    @Nullable
    Place saidToLiveIn(List<String> words) {
        return inSentence(words, RANK_LIVES);
    }

    /** The city that a sentence names, at best the one its writer lives in; null when it names none. */
    @Nullable
    Place inSentence(List<String> words) {
        var place = inSentence(words, 0);
        return place != null ? place : countryInSentence(words);
    }

    private @Nullable Place inSentence(List<String> all, int rankMin) {
        var words = all.subList(0, Math.min(all.size(), SENTENCE_WORDS_READ_MAX));
        Place best = null;
        var bestRank = rankMin - 1;
        for (int at = 0; at < words.size(); ) {
            var length = longestNameAt(words, at);
            var rank = length == 0 ? bestRank : rank(words, at);
            if (length > 0 && rank > bestRank) {
                best = placed(words, at, length);
                bestRank = rank;
            }
            at += Math.max(1, length);
        }
        return best;
    }

    private int longestNameAt(List<String> words, int at) {
        for (int length = Math.min(KnownPlaces.NAME_WORDS_MAX, words.size() - at); length > 0; length--) {
            var spelling = KnownPlaces.joined(words, at, at + length);
            var settled = Namesakes.of(spelling, home);
            if (settled != null && isMeant(words, at, spelling, settled)) {
                return length;
            }
        }
        return 0;
    }

    private boolean isMeant(List<String> words, int at, String spelling, Namesakes.Settled settled) {
        if (isAfter(LIVES, words, at) || isAfter(BEFORE, words, at)) {
            return spelling.length() > 2 && !isNoName(spelling);
        }
        var atHome = settled.country() != null && settled.country().code().equals(home);
        return spelling.length() > 3
                && !COMMON_WORDS.isAll(List.of(spelling))
                && !isNoName(spelling)
                && !LEAD_IN.isAll(List.of(spelling))
                && (atHome || settled.people() >= PEOPLE_IN_PASSING_MIN);
    }

    private static boolean isNoName(String spelling) {
        return NO_NAME_WORDS.isAll(List.of(spelling));
    }

    /** Where somebody lives or moves to counts most, where they came from least. */
    private static int rank(List<String> words, int at) {
        if (isAfter(CAME_FROM, words, at)) {
            return 0;
        }
        if (isAfter(LIVES, words, at)) {
            return RANK_LIVES;
        }
        return isAfter(BEFORE, words, at) ? 2 : 1;
    }

    /** With the country or state named right after it, as in "Birmingham in Alabama". */
    private Place placed(List<String> words, int at, int length) {
        var spelling = KnownPlaces.joined(words, at, at + length);
        for (int next = at + length; next < Math.min(words.size(), at + length + 2); next++) {
            for (int end = Math.min(words.size(), next + KnownPlaces.NAME_WORDS_MAX); end > next; end--) {
                var tail = KnownPlaces.joined(words, next, end);
                var country = Gazetteer.WORLD.country(tail);
                var found = country == null ? null : KnownPlaces.within(spelling, country, null);
                for (var area : Gazetteer.WORLD.areas(tail)) {
                    found = found == null && !area.isShort()
                            ? KnownPlaces.within(spelling, area.country(), area.code())
                            : found;
                }
                if (found != null) {
                    return found;
                }
            }
        }
        var settled = Namesakes.of(spelling, home);
        return settled == null ? new Place(null, null, false) : KnownPlaces.place(settled);
    }

    private static @Nullable Place countryInSentence(List<String> words) {
        for (int at = 1; at < words.size(); at++) {
            for (int length = Math.min(KnownPlaces.NAME_WORDS_MAX, words.size() - at); length > 0; length--) {
                var country = Gazetteer.WORLD.country(KnownPlaces.joined(words, at, at + length));
                if (country != null && (isAfter(LIVES, words, at) || isAfter(BEFORE, words, at))) {
                    return new Place(null, country.name(), false);
                }
            }
        }
        return null;
    }

    private static boolean isAfter(Phrases phrases, List<String> words, int at) {
        var end = at;
        while (end > 0 && QUALIFIERS.lengthAt(words, end - 1, end) == 1) {
            end--;
        }
        for (int start = Math.max(0, end - 3); start < end; start++) {
            if (phrases.lengthAt(words, start, end) == end - start) {
                return true;
            }
        }
        return false;
    }
}
