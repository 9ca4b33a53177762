package io.inkstream.simulator.whatsapp;

import java.util.List;

/**
 * A studio's WhatsApp number.
 *
 * @param displayPhone digits that people see; they are also the sender in quoted messages
 * @param studio shown on the chat page
 * @param artistPhone whose chat the page marks as the artist's
 */
public record BusinessNumber(String phoneNumberId, String displayPhone, String studio, String artistPhone) {

    static final List<BusinessNumber> OF_STANDALONE = List.of(
            new BusinessNumber("106540352242922", "442079460101", "studio", "447700900000"),
            new BusinessNumber("213080704485844", "442079460202", "second", "447700900001"));

    @Override
    public String toString() {
        return "BusinessNumber[" + studio + "]";
    }
}
