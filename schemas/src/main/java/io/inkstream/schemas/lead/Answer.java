package io.inkstream.schemas.lead;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One answered question. {@code text} is the value as kept (a handle without @), {@code said} the client's words.
 * Only the fields of the question's kind are present: sizes in cm, money in minor units.
 *
 * @param suggested a value that a client mentioned before its question came; offered then
 * @param unknown the client honestly does not know, which is a value too
 */
public record Answer(
        @Nullable String text,
        @Nullable String said,
        @Nullable String suggested,
        boolean unknown,
        @Nullable BigDecimal widthCm,
        @Nullable BigDecimal heightCm,
        @Nullable String sizeClass,
        @Nullable Long amountMinor,
        @Nullable Long amountFromMinor,
        @Nullable String currency,
        @Nullable String city,
        @Nullable String country,
        @Nullable String region) {

    public static Answer ofText(String text, String said) {
        return new Answer(text, said, null, false, null, null, null, null, null, null, null, null, null);
    }
}
