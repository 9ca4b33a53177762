package io.inkstream.conversation;

import java.math.BigDecimal;
import java.util.Map;

/** Shows amounts to people: "£500", "€1,200.50". */
final class Money {
    private static final Map<String, String> SIGNS = Map.of("GBP", "£", "EUR", "€", "USD", "$");
    private static final int GROUP = 3;

    private Money() {}

    /** {@code minor} in hundredths of the currency; whole amounts without decimals. */
    static String text(long minor, String currency) {
        var sign = SIGNS.get(currency);
        var amount =
                grouped(Math.abs(minor) / 100) + (minor % 100 == 0 ? "" : ".%02d".formatted(Math.abs(minor) % 100));
        var signed = minor < 0 ? "-" + amount : amount;
        return sign == null ? currency + " " + signed : sign + signed;
    }

    /** The amount in another currency's minor units, by a rate table to the studio's currency. */
    static long converted(long minor, BigDecimal rate) {
        return rate.multiply(BigDecimal.valueOf(minor)).longValue();
    }

    private static String grouped(long whole) {
        var digits = new StringBuilder(Long.toString(whole));
        for (int at = digits.length() - GROUP; at > 0; at -= GROUP) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }
}
