package io.inkstream.ingress.studios;

import org.jspecify.annotations.Nullable;

/**
 * What ingress needs to know of a studio.
 *
 * @param phoneNumberId Meta's id of its business number
 * @param artistNumber the artist's own number, E.164 digits
 */
public record Studio(String slug, String phoneNumberId, String artistNumber) {

    public boolean isArtist(@Nullable String phone) {
        return artistNumber.equals(phone);
    }

    @Override
    public String toString() {
        return "Studio[" + slug + "]";
    }
}
