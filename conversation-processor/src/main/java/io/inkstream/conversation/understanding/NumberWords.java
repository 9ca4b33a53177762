package io.inkstream.conversation.understanding;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers written as words, English and Spanish. */
final class NumberWords {
    private static final Map<String, Integer> VALUES = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90),
            Map.entry("uno", 1),
            Map.entry("dos", 2),
            Map.entry("tres", 3),
            Map.entry("cuatro", 4),
            Map.entry("cinco", 5),
            Map.entry("seis", 6),
            Map.entry("siete", 7),
            Map.entry("ocho", 8),
            Map.entry("nueve", 9),
            Map.entry("diez", 10),
            Map.entry("doce", 12),
            Map.entry("trece", 13),
            Map.entry("catorce", 14),
            Map.entry("quince", 15),
            Map.entry("dieciseis", 16),
            Map.entry("diecisiete", 17),
            Map.entry("dieciocho", 18),
            Map.entry("diecinueve", 19),
            Map.entry("veinte", 20),
            Map.entry("veintiuno", 21),
            Map.entry("veintidos", 22),
            Map.entry("veintitres", 23),
            Map.entry("veinticuatro", 24),
            Map.entry("veinticinco", 25),
            Map.entry("veintiseis", 26),
            Map.entry("veintisiete", 27),
            Map.entry("veintiocho", 28),
            Map.entry("veintinueve", 29),
            Map.entry("cuarenta", 40),
            Map.entry("cincuenta", 50),
            Map.entry("sesenta", 60),
            Map.entry("setenta", 70),
            Map.entry("ochenta", 80),
            Map.entry("noventa", 90),
            Map.entry("treinta", 30),
            Map.entry("cien", 100),
            Map.entry("ciento", 100),
            Map.entry("fourty", 40),
            Map.entry("doscientas", 200),
            Map.entry("trescientas", 300),
            Map.entry("cuatrocientas", 400),
            Map.entry("quinientas", 500),
            Map.entry("seiscientas", 600),
            Map.entry("setecientas", 700),
            Map.entry("ochocientas", 800),
            Map.entry("novecientas", 900),
            Map.entry("doscientos", 200),
            Map.entry("trescientos", 300),
            Map.entry("cuatrocientos", 400),
            Map.entry("quinientos", 500),
            Map.entry("seiscientos", 600),
            Map.entry("setecientos", 700),
            Map.entry("ochocientos", 800),
            Map.entry("novecientos", 900));

    private static final Map<String, Integer> SCALES = Map.ofEntries(
            Map.entry("hundred", 100),
            Map.entry("hundo", 100),
            Map.entry("ton", 100),
            Map.entry("thousand", 1_000),
            Map.entry("thou", 1_000),
            Map.entry("grand", 1_000),
            Map.entry("k", 1_000),
            Map.entry("mil", 1_000),
            Map.entry("million", 1_000_000),
            Map.entry("millon", 1_000_000));

    private NumberWords() {}

    static @Nullable Integer value(String word) {
        return VALUES.get(word);
    }

    /** What a following word multiplies by: five hundred, two grand, 2k; null for other words. */
    static @Nullable Integer scale(String word) {
        return SCALES.get(word);
    }
}
