package io.inkstream.schemas.outbound;

import org.jspecify.annotations.Nullable;

/** Who a message goes to: at least one of phone (digits) and bsuid; the phone wins. */
public record Recipient(
        Role role, @Nullable String phone, @Nullable String bsuid) {

    /** Which side of the conversation. */
    public enum Role {
        CLIENT,
        ARTIST
    }

    /** One string per person, for pacing and facts. */
    public String address() {
        var address = phone != null ? phone : bsuid;
        if (address == null) {
            throw new IllegalStateException("a recipient has a phone number or a BSUID");
        }
        return address;
    }

    @Override
    public String toString() {
        return "Recipient[" + role + "]";
    }
}
