package io.inkstream.conversation.understanding;

import org.jspecify.annotations.Nullable;

/**
 * Where a client lives. Names are kept as the gazetteer has them, or as the client wrote them when it has none.
 *
 * @param city absent when only a country was said
 * @param country absent when the city is not known
 */
public record Place(@Nullable String city, @Nullable String country, boolean flexible) {

    static final Place ANYWHERE = new Place(null, null, true);

    boolean isOnlyCountry() {
        return city == null && country != null;
    }

    /** "London, United Kingdom", or the part that is known. */
    public String text() {
        if (city == null) {
            return country == null ? "" : country;
        }
        return country == null ? city : city + ", " + country;
    }
}
