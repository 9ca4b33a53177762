package io.inkstream.conversation.understanding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A position on the map in words: "[Location: 51.5, -0.12]", "51.5074,-0.1278". */
public final class PinText {
    private static final int LENGTH_MAX = 60;

    private PinText() {}

    /** The words that {@link Places#read} reads as this position. */
    public static String of(double latitude, double longitude) {
        return "[Location: " + latitude + ", " + longitude + "]";
    }

    /** The words to read a shared position by: its coordinates, or what the map calls it where nobody lives near. */
    public static String of(double latitude, double longitude, @Nullable String name, @Nullable String address) {
        var position = of(latitude, longitude);
        if (cityIn(position.toLowerCase(Locale.ROOT)) != null) {
            return position;
        }
        return address != null ? address : name == null ? "" : name;
    }

    /** The city at the position; null when the text is no position, or nobody lives near it. */
    static @Nullable Place cityIn(String lower) {
        if (lower.length() > LENGTH_MAX || lower.indexOf('.') < 0 || lower.indexOf(',') < 0) {
            return null;
        }
        var numbers =
                lower.replace("location", "").replaceAll("[\\[\\]():]", "").split(",", -1);
        if (numbers.length != 2) {
            return null;
        }
        var latitude = degrees(numbers[0]);
        var longitude = degrees(numbers[1]);
        if (latitude == null || longitude == null) {
            return null;
        }
        var city = Cities.WORLD.near(latitude, longitude);
        if (city == null) {
            return null;
        }
        var country = Gazetteer.WORLD.countryOfCode(city.country());
        return new Place(Gazetteer.WORLD.shownName(city), country == null ? null : country.name(), false);
    }

    private static @Nullable Double degrees(String text) {
        var number = text.strip();
        var isNumber = !number.isEmpty()
                && number.length() <= 20
                && number.chars().allMatch(c -> c == '-' || c == '.' || (c >= '0' && c <= '9'))
                && number.lastIndexOf('-') <= 0
                && number.indexOf('.') == number.lastIndexOf('.')
                && number.chars().anyMatch(Character::isDigit);
        var degrees = isNumber ? Double.parseDouble(number) : Double.NaN;
        return Math.abs(degrees) <= 180 ? degrees : null;
    }
}
