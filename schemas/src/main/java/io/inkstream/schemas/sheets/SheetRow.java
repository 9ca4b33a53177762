package io.inkstream.schemas.sheets;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.WireRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lead's whole row for the artist's sheet. {@code id} is the leadId. A later {@code rowVersion} replaces an earlier one.
 *
 * @param contactId whose phone number the sink fills into {@code whatsapp_number}: this topic carries none
 * @param rowVersion the contact's {@code seq} of the decision that made the row
 * @param cells by column name; a value is a String, a Boolean, a Long or, with decimals, a BigDecimal; other numbers are
 *     taken as one of these, so that a row is equal to itself when read again; an absent column is an empty cell
 */
@JsonTypeName("sheet.row")
public record SheetRow(
        String id, Instant occurredAt, String studio, String contactId, long rowVersion, Map<String, Object> cells)
        implements WireRecord {

    public SheetRow {
        var plain = new LinkedHashMap<String, Object>();
        cells.forEach((column, value) -> plain.put(column, plain(column, value)));
        cells = Collections.unmodifiableMap(plain);
    }

    private static Object plain(String column, @Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case Boolean flag -> flag;
            case Long whole -> whole;
            case Number number -> plain(number);
            case null, default ->
                throw new IllegalArgumentException(
                        "a cell is a string, a number or a boolean; column " + column + " is none of these");
        };
    }

    /** As exact as a sheet is: whole numbers of a long, otherwise what a double holds. */
    private static Object plain(Number number) {
        var exact = new BigDecimal(number.toString()).stripTrailingZeros();
        if (exact.scale() <= 0 && exact.toBigInteger().bitLength() < Long.SIZE) {
            return exact.longValueExact();
        }
        return BigDecimal.valueOf(number.doubleValue()).stripTrailingZeros();
    }

    @Override
    public String toString() {
        return "SheetRow[" + id + "]";
    }
}
