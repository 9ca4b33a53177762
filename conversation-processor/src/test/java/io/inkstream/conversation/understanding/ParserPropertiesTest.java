package io.inkstream.conversation.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.testkit.Property;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of every parser, whatever people write. A failure names its seed. */
class ParserPropertiesTest {
    private static final int LONG = Utterance.LENGTH_READ_MAX;
    private static final int SHORT = LONG / 8;

    /** Eight times the text may take eight times as long; a square law would take 64 times. */
    private static final int GROWTH_MAX = 32;

    /** Below this nobody waits, and the clock is no measure. */
    private static final long NOTICEABLE_NANOS = 20_000_000;

    @ParameterizedTest
    @EnumSource
    void anyText_isRead(Parsers parser) {
        Property.forAll(AnyText::any, text -> assertThat(parser.read(text)).isNotNull());
    }

    @ParameterizedTest
    @EnumSource
    void sameText_isReadTheSame(Parsers parser) {
        Property.forAll(100, AnyText::any, text -> {
            var first = parser.read(text);
            assertThat(parser.read(text)).isEqualTo(first);
        });
    }

    @ParameterizedTest
    @EnumSource
    void longText_takesNoLongerThanInProportion(Parsers parser) {
        for (var piece : AnyText.pieces()) {
            for (var unit : new String[] {piece, piece + " "}) {
                var longest = nanos(parser, AnyText.repeated(unit, LONG));
                if (longest > NOTICEABLE_NANOS) {
                    assertThat(longest)
                            .as("%s on \"%s\", again and again", parser, unit)
                            .isLessThan(GROWTH_MAX * nanos(parser, AnyText.repeated(unit, SHORT)));
                }
            }
        }
    }

    private static long nanos(Parsers parser, String text) {
        var best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            var begin = System.nanoTime();
            parser.read(text);
            best = Math.min(best, System.nanoTime() - begin);
        }
        return best;
    }

    @Test
    void size_asWeWriteIt_isReadBack() {
        Property.forAll(
                random -> Size.ofCm(random.nextInt(1, 10_001) / 100.0, random.nextInt(1, 10_001) / 100.0),
                size -> assertThat(Sizes.read(Utterance.of(size.widthCm() + " x " + size.heightCm() + " cm"))
                                .taken())
                        .isEqualTo(size));
    }

    @Test
    void size_inInches_isReadBack() {
        Property.forAll(
                random -> BigDecimal.valueOf(random.nextInt(1, 78), 1),
                inches -> assertThat(
                                Sizes.read(Utterance.of(inches + " inches")).taken())
                        .isEqualTo(Size.ofCm(inches.doubleValue() * 2.54, inches.doubleValue() * 2.54)));
    }

    @Test
    void amount_asWeWriteIt_isReadBack() {
        Property.forAll(random -> random.nextLong(1, 50_000_00), minor -> {
            for (var form : new String[] {"£%,.2f", "GBP %.2f", "%,.2f pounds"}) {
                var said = String.format(Locale.UK, form, minor / 100.0);
                assertThat(Amounts.read(Utterance.of(said), "GBP", 50_00).taken())
                        .as(said)
                        .isEqualTo(new Amount(minor, null, "GBP", true));
            }
        });
    }

    @Test
    void range_asWeWriteIt_isReadBack() {
        Property.forAll(
                random -> new long[] {random.nextLong(100, 900), random.nextLong(901, 20_000)},
                range -> assertThat(Amounts.read(Utterance.of("£" + range[0] + " - £" + range[1]), "GBP", 50_00)
                                .taken())
                        .isEqualTo(new Amount(range[1] * 100, range[0] * 100, "GBP", true)));
    }

    @Test
    void age_inAnySentence_isReadByItsYears() {
        Property.forAll(random -> random.nextInt(10, 90), years -> {
            var expected = years < 18 ? Age.UNDER_AGE : Age.ADULT;
            for (var form :
                    new String[] {"I'm %d", "I am %d years old", "tengo %d años", "my daughter is %d and wants one"}) {
                if (years >= 12 || !form.startsWith("my")) {
                    assertThat(Age.of(Utterance.of(form.formatted(years))))
                            .as(form, years)
                            .isEqualTo(expected);
                }
            }
        });
    }

    @Test
    void handle_isReadBack() {
        var letters = "abcdefghijklmnopqrstuvwxyz0123456789_";
        Property.forAll(
                random -> random.ints(random.nextInt(2, 25), 0, letters.length())
                        .mapToObj(i -> letters.substring(i, i + 1))
                        .reduce("a", String::concat),
                name -> assertThat(Handles.read(Utterance.of("@" + name)).taken())
                        .isEqualTo(name));
    }
}
