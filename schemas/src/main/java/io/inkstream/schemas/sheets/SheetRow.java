package io.inkstream.schemas.sheets;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.WireRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A lead's whole row for the artist's sheet. {@code id} is the leadId. A later {@code rowVersion} replaces an earlier one.
 *
 * @param contactId whose phone number the sink fills into {@code whatsapp_number}: this topic carries none
 * @param rowVersion the contact's {@code seq} of the decision that made the row
 * @param cells by column name; a value is a string, a number or a boolean, and an absent column is an empty cell
 */
@JsonTypeName("sheet.row")
public record SheetRow(
        String id, Instant occurredAt, String studio, String contactId, long rowVersion, Map<String, Object> cells)
        implements WireRecord {

    public SheetRow {
        cells = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    @Override
    public String toString() {
        return "SheetRow[" + id + "]";
    }
}
