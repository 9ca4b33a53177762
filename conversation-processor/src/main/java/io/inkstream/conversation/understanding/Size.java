package io.inkstream.conversation.understanding;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A tattoo's size in centimetres, or only a size class for what has no rectangle (a sleeve). */
public record Size(
        @Nullable BigDecimal widthCm,
        @Nullable BigDecimal heightCm,
        @Nullable String sizeClass) {

    static Size ofCm(double width, double height) {
        return new Size(rounded(width), rounded(height), null);
    }

    /** To a tenth of a millimetre, without zeros that say nothing. */
    private static BigDecimal rounded(double cm) {
        var exact = BigDecimal.valueOf(Math.round(cm * 100)).movePointLeft(2).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
