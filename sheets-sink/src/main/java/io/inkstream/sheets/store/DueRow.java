package io.inkstream.sheets.store;

import org.jspecify.annotations.Nullable;

/**
 * A row that the sheet does not show yet as it should.
 *
 * @param record the newest record's value; absent once the lead was erased
 * @param phone absent while the contact is not known
 */
public record DueRow(
        String leadId,
        String studio,
        int rowNumber,
        long revision,
        @Nullable String record,
        @Nullable String phone,
        int originPartition,
        long originOffset) {

    @Override
    public String toString() {
        return "DueRow[" + leadId + " " + revision + "]";
    }
}
