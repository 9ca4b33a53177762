package io.inkstream.simulator.whatsapp;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who has WhatsApp.
 *
 * @param phone digits; absent: hidden behind a username
 * @param userId the business-scoped user id (BSUID)
 * @param username with @, if the person has one
 */
public record Person(
        @Nullable String phone,
        String userId,
        String name,
        @Nullable String username) {

    /** What the studio can write to: the phone, else the BSUID. */
    public String address() {
        return phone == null ? userId : phone;
    }

    @Override
    public String toString() {
        return "Person[...]";
    }
}
