package io.inkstream.conversation.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inkstream.schemas.outbound.OutboundMessage;
import io.inkstream.schemas.outbound.OutboundMessage.Button;
import io.inkstream.schemas.outbound.OutboundMessage.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CopyBookTest {
    private static final CopyBook ENGLISH = CopyBook.of("en-GB");
    /** Longer than any value the rules put into a text. */
    private static final String LONG_VALUE = "x".repeat(122);

    @Test
    void locales_haveTheSameKeys() {
        for (var locale : CopyBook.LOCALES) {
            assertThat(CopyBook.of(locale).keys()).as(locale).isEqualTo(ENGLISH.keys());
        }
    }

    @Test
    void translations_areNotTheEnglishText() {
        assertThat(CopyBook.of("es").words("question.idea")).isNotEqualTo(ENGLISH.words("question.idea"));
    }

    @Test
    void unknownLocale_speaksEnglish() {
        assertThat(CopyBook.of("fr").locale()).isEqualTo("en-GB");
    }

    @Test
    void missingValue_isAnErrorAndNotAHole() {
        assertThatThrownBy(() -> ENGLISH.render("welcome", "lead", Map.of("studio", "Ink")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unknownKey_isAnError() {
        assertThatThrownBy(() -> ENGLISH.render("no.such.key", "lead", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void actionLinks_areLeftToTheSender() {
        assertThat(render("en-GB", "artist.new-lead").body()).contains("{link:approve}", "{link:reject}");
    }

    @Test
    void welcome_saysWhatTheLawAndCourtesyAsk() {
        var welcome = render("en-GB", "welcome").body();

        assertThat(welcome).contains("automatic assistant", "over-18s", "HUMAN", "STOP", LONG_VALUE);
        assertThat(welcome).endsWith(LONG_VALUE); // the open question
    }

    @ParameterizedTest
    @MethodSource("everyText")
    void translation_usesTheSamePlaceholdersAndTaps(String locale, String key) {
        var original = ENGLISH.variants(key).getFirst();
        assertThat(CopyBook.of(locale).variants(key))
                .hasSameSizeAs(ENGLISH.variants(key))
                .allSatisfy(variant -> {
                    assertThat(variant.placeholders()).isEqualTo(original.placeholders());
                    assertThat(tapIds(variant)).isEqualTo(tapIds(original));
                });
    }

    @ParameterizedTest
    @MethodSource("everyText")
    void text_keepsWithinWhatsAppsLimits(String locale, String key) {
        CopyBook.of(locale)
                .variants(key)
                .forEach(variant -> keepsWithinWhatsAppsLimits(Rendered.of(variant, values(locale, key))));
    }

    @Test
    void variants_areChosenByTheLeadAndStayWithIt() {
        var wordings = Stream.of("lead-1", "lead-2", "lead-3", "lead-4", "lead-5", "lead-6", "lead-7", "lead-8")
                .map(lead ->
                        ENGLISH.render("question.placement", lead, Map.of()).body())
                .toList();

        assertThat(wordings.stream().distinct()).hasSizeGreaterThan(1);
        assertThat(ENGLISH.render("question.placement", "lead-1", Map.of()).body())
                .isEqualTo(wordings.getFirst());
    }

    private static void keepsWithinWhatsAppsLimits(Rendered text) {
        assertThat(text.body()).isNotBlank();
        assertThat(text.body().length()).isLessThanOrEqualTo(text.buttons().isEmpty() ? 4_096 : 1_024);
        assertThat(text.buttons()).hasSizeLessThanOrEqualTo(3);
        assertThat(text.rows()).hasSizeLessThanOrEqualTo(10);
        assertThat(text.buttons()).allMatch(button -> button.title().length() <= 20);
        assertThat(text.buttons().stream().map(Button::id).distinct()).hasSameSizeAs(text.buttons());
        assertThat(text.rows()).allMatch(row -> row.title().length() <= 24);
        assertThat(text.rows().stream().map(Row::id).distinct()).hasSameSizeAs(text.rows());
        if (!text.rows().isEmpty()) {
            assertThat(text.listLabel()).isNotNull().hasSizeLessThanOrEqualTo(20);
        }
    }

    @ParameterizedTest
    @MethodSource("everyText")
    void rowDescriptions_keepWithinTheLimitForAnOrdinaryName(String locale, String key) {
        var values = values(locale, key);
        values.put("artist", "Maximiliana");

        assertThat(CopyBook.of(locale).render(key, "lead", values).rows())
                .allMatch(row -> row.description() == null || row.description().length() <= 72);
    }

    @Test
    void buttonsWithALongBody_goOutAsText() {
        var text = new Rendered(
                "y".repeat(1_025), render("en-GB", "tour.offer").buttons(), null, java.util.List.of(), null);

        assertThat(text.message()).isInstanceOf(OutboundMessage.Text.class);
    }

    @Test
    void artistNotices_haveALineForTheTemplate() {
        assertThat(ENGLISH.keys().stream()
                        .filter(key -> key.matches("artist\\.(new-lead|handover|follow-up|reply|reminder|alert).*")))
                .allMatch(key -> render("en-GB", key).line() != null);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> everyText() {
        return CopyBook.LOCALES.stream()
                .flatMap(locale -> CopyBook.of(locale).keys().stream()
                        .map(key -> org.junit.jupiter.params.provider.Arguments.of(locale, key)));
    }

    private static Rendered render(String locale, String key) {
        return CopyBook.of(locale).render(key, "lead", values(locale, key));
    }

    private static Map<String, String> values(String locale, String key) {
        var values = new HashMap<String, String>();
        CopyBook.of(locale).variants(key).getFirst().placeholders().forEach(name -> values.put(name, LONG_VALUE));
        return values;
    }

    private static java.util.List<String> tapIds(Section text) {
        return Stream.concat(text.buttons().stream(), text.rows().stream())
                .map(Section.Choice::id)
                .toList();
    }
}
