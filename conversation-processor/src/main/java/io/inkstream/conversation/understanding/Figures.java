package io.inkstream.conversation.understanding;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Turns written figures into numbers: "1,200.50", "1.000,50", "1'500", "7,5". */
final class Figures {
    private static final int DIGITS_MAX = 12;

    private Figures() {}

    /** As a length: one separator is a decimal sign, whichever it is. Null when it is no sensible number. */
    static @Nullable Double decimal(String written) {
        var plain = written.replace(',', '.');
        if (plain.length() > DIGITS_MAX || plain.indexOf('\'') >= 0 || plain.indexOf('.') != plain.lastIndexOf('.')) {
            return null;
        }
        return Double.valueOf(plain);
    }

    /** As an amount: three digits after the only kind of separator are a group, one or two are decimals. */
    static @Nullable BigDecimal amount(String written) {
        if (written.length() > DIGITS_MAX + 4) {
            return null;
        }
        var last = lastSeparator(written);
        if (last < 0) {
            return new BigDecimal(written);
        }
        var decimals = written.length() - last - 1;
        var isDecimalSign = written.charAt(last) != '\'' && decimals != 3;
        if (isDecimalSign && decimals > 2) {
            return null;
        }
        var whole = digits(isDecimalSign ? written.substring(0, last) : written);
        return new BigDecimal(isDecimalSign ? whole + "." + written.substring(last + 1) : whole);
    }

    private static int lastSeparator(String written) {
        for (int i = written.length() - 1; i >= 0; i--) {
            if (written.charAt(i) < '0') {
                return i;
            }
        }
        return -1;
    }

    private static String digits(String written) {
        var out = new StringBuilder(written.length());
        written.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> out.append((char) c));
        return out.toString();
    }
}
