package io.inkstream.conversation.understanding;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs and names of currencies, by their ISO codes. */
final class Currencies {
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("£", "GBP"),
            Map.entry("gbp", "GBP"),
            Map.entry("pound", "GBP"),
            Map.entry("pounds", "GBP"),
            Map.entry("sterling", "GBP"),
            Map.entry("quid", "GBP"),
            Map.entry("squid", "GBP"),
            Map.entry("libra", "GBP"),
            Map.entry("libras", "GBP"),
            Map.entry("€", "EUR"),
            Map.entry("eur", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("pavos", "EUR"),
            Map.entry("$", "USD"),
            Map.entry("usd", "USD"),
            Map.entry("dollar", "USD"),
            Map.entry("dollars", "USD"),
            Map.entry("dolar", "USD"),
            Map.entry("dolares", "USD"),
            Map.entry("dólares", "USD"),
            Map.entry("bucks", "USD"),
            Map.entry("chf", "CHF"),
            Map.entry("franc", "CHF"),
            Map.entry("francs", "CHF"),
            Map.entry("francos", "CHF"),
            Map.entry("sek", "SEK"),
            Map.entry("kr", "SEK"),
            Map.entry("kronor", "SEK"),
            Map.entry("nok", "NOK"),
            Map.entry("dkk", "DKK"),
            Map.entry("pln", "PLN"),
            Map.entry("zł", "PLN"),
            Map.entry("zloty", "PLN"),
            Map.entry("czk", "CZK"),
            Map.entry("aud", "AUD"),
            Map.entry("cad", "CAD"),
            Map.entry("mxn", "MXN"),
            Map.entry("pesos", "MXN"),
            Map.entry("¥", "JPY"),
            Map.entry("yen", "JPY"),
            Map.entry("₹", "INR"),
            Map.entry("rupees", "INR"));

    private Currencies() {}

    /** The code of a sign or name in lower case; null for other words. */
    static @Nullable String code(String word) {
        return CODES.get(word);
    }

    static boolean isCurrency(Token token) {
        return CODES.containsKey(token.text());
    }
}
