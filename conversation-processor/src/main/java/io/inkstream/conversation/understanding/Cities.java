package io.inkstream.conversation.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The world's places of 15,000 people and more, by every spelling in Latin letters: {@code places.gz}, cut from GeoNames.
 * Kept as the bytes that were read, with the beginnings of their lines; spellings are sorted and found by bisection.
 */
final class Cities {
    static final Cities WORLD = read("places.gz");

    /** As far as a client's position on the map may be from the middle of their city. */
    private static final double NEAR_KM = 60;

    private static final double KM_PER_DEGREE = 111.2;

    private final byte[] text;
    private final int[] places;
    private final int[] spellings;

    private Cities(byte[] text, int[] places, int[] spellings) {
        this.text = text;
        this.places = places;
        this.spellings = spellings;
    }

    /**
     * @param country ISO code in lower case
     * @param area of the first level: a state's letters in the United States, else GeoNames' number for it
     * @param zone IANA name
     */
    record City(String name, String country, String area, long people, double latitude, double longitude, String zone) {

        /** As the crow flies, well enough for distances within a country. */
        double kmTo(double otherLatitude, double otherLongitude) {
            var north = latitude - otherLatitude;
            var east = (longitude - otherLongitude) * Math.cos(Math.toRadians(latitude));
            return Math.hypot(north, east) * KM_PER_DEGREE;
        }
    }

    /** The places of this spelling, the largest first; {@code folded} as {@link Gazetteer#folded} makes it. */
    List<City> named(String folded) {
        var line = spelled(folded.getBytes(StandardCharsets.UTF_8));
        return line < 0 ? List.of() : bearers(spellings[line]);
    }

    /** The city that somebody at this position would name: a large one a little further off counts for more. */
    @Nullable
    City near(double latitude, double longitude) {
        City best = null;
        var bestPull = 0.0;
        for (var start : places) {
            var city = place(start);
            var km = city.kmTo(latitude, longitude);
            var pull = Math.sqrt((double) city.people()) / (1 + km);
            if (km <= NEAR_KM && pull > bestPull) {
                best = city;
                bestPull = pull;
            }
        }
        return best;
    }

    /** The spellings that differ from this one in one letter. */
    List<String> spelledNearly(String folded) {
        var found = new ArrayList<String>();
        if (!OneLetterTypos.mayBeOne(folded)) {
            return found;
        }
        for (var variant : OneLetterTypos.early(folded)) {
            if (spelled(variant.getBytes(StandardCharsets.UTF_8)) >= 0) {
                found.add(variant);
            }
        }
        var beginning = folded.substring(0, OneLetterTypos.EARLY).getBytes(StandardCharsets.UTF_8);
        for (int line = firstFrom(beginning);
                line < spellings.length && beginsWith(spellings[line], beginning);
                line++) {
            var end = endOf(spellings[line], '\t');
            if (Math.abs(end - spellings[line] - folded.length()) <= 1) {
                var spelling = string(spellings[line], end);
                if (OneLetterTypos.isOne(folded, spelling) && !found.contains(spelling)) {
                    found.add(spelling);
                }
            }
        }
        return found;
    }

    private int firstFrom(byte[] beginning) {
        var low = 0;
        var high = spellings.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            var start = spellings[middle];
            var before = Arrays.compareUnsigned(text, start, endOf(start, '\t'), beginning, 0, beginning.length) < 0;
            low = before ? middle + 1 : low;
            high = before ? high : middle;
        }
        return low;
    }

    private boolean beginsWith(int start, byte[] beginning) {
        return Arrays.mismatch(text, start, start + beginning.length, beginning, 0, beginning.length) < 0;
    }

    private int spelled(byte[] spelling) {
        var low = 0;
        var high = spellings.length - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var start = spellings[middle];
            var order = Arrays.compareUnsigned(text, start, endOf(start, '\t'), spelling, 0, spelling.length);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private List<City> bearers(int spelling) {
        var end = endOf(spelling, '\n');
        var numbers = string(endOf(spelling, '\t') + 1, end).split(" ", -1);
        return Arrays.stream(numbers)
                .map(number -> place(places[Integer.parseInt(number, 36)]))
                .toList();
    }

    private City place(int start) {
        var cells = string(start, endOf(start, '\n')).split("\t", -1);
        return new City(
                cells[0],
                cells[1].toLowerCase(java.util.Locale.ROOT),
                cells[2].toLowerCase(java.util.Locale.ROOT),
                Long.parseLong(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                cells[6]);
    }

    private String string(int start, int end) {
        return new String(text, start, end - start, StandardCharsets.UTF_8);
    }

    private int endOf(int start, char mark) {
        var end = start;
        while (text[end] != mark) {
            end++;
        }
        return end;
    }

    private static Cities read(String resource) {
        try (var packed = Objects.requireNonNull(Cities.class.getResourceAsStream(resource), resource);
                var in = new GZIPInputStream(packed, 1 << 16)) {
            var text = in.readAllBytes();
            var at = new int[] {0};
            var places = lines(text, at);
            var spellings = lines(text, at);
            return new Cities(text, places, spellings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line with a count, and the beginnings of that many lines; moves {@code at} behind them. */
    private static int[] lines(byte[] text, int[] at) {
        var count = 0;
        while (text[at[0]] != '\n') {
            count = count * 10 + text[at[0]++] - '0';
        }
        var starts = new int[count];
        at[0]++;
        for (int i = 0; i < count; i++) {
            starts[i] = at[0];
            while (text[at[0]++] != '\n') {}
        }
        return starts;
    }
}
