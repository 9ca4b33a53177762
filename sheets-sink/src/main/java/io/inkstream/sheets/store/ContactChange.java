package io.inkstream.sheets.store;

import org.jspecify.annotations.Nullable;

/** What one record of {@code contacts.v1} says about a contact's number; {@code phone} is absent when hidden or erased. */
public record ContactChange(String contactId, @Nullable String phone) {

    @Override
    public String toString() {
        return "ContactChange[" + contactId + "]";
    }
}
