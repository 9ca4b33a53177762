package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Amount;
import io.inkstream.conversation.understanding.Amounts;
import io.inkstream.conversation.understanding.Complexity;
import io.inkstream.conversation.understanding.Handles;
import io.inkstream.conversation.understanding.Place;
import io.inkstream.conversation.understanding.Places;
import io.inkstream.conversation.understanding.Reading;
import io.inkstream.conversation.understanding.Size;
import io.inkstream.conversation.understanding.Sizes;
import io.inkstream.conversation.understanding.Timing;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.conversation.understanding.YesNo;
import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.lead.Answer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns words into answers, each question in its own way. */
final class Answers {
    /** Longer texts are kept up to here in the state; the event log has them whole. */
    static final int KEPT_MAX = 1_000;

    private Answers() {}

    /** Reads an answer to one question. Never fails: what cannot be read says so. */
    static Reading<Answer> read(Question question, Utterance text, StudioConfig settings) {
        return switch (question) {
            case DIMENSIONS -> map(Sizes.read(text), size -> ofSize(size, text));
            case BUDGET ->
                map(
                        Amounts.read(text, settings.currency(), settings.budgetFloorMinor()),
                        amount -> ofAmount(amount, text));
            case LOCATION_CITY -> map(Places.read(text, settings.homeCountry()), place -> ofPlace(place, text));
            case LOCATION_COUNTRY -> Reading.understood(ofCountry(text, settings), "country", text.clean());
            case COMPLEXITY -> map(Complexity.read(text), level -> ofWords(Integer.toString(level), text));
            case COVERUP -> map(YesNo.read(text), yes -> ofWords(yes == YesNo.YES ? "yes" : "no", text));
            case TIMING -> map(Timing.read(text), words -> ofWords(words, text));
            case INSTAGRAM_HANDLE -> ofHandle(text);
            case TRAVEL_CITY -> ofTravel(text, settings);
            case IDEA, PLACEMENT, STYLE, REFERENCE_IMAGES ->
                text.isEmpty()
                        ? Reading.notUnderstood("empty")
                        : Reading.understood(ofWords(text.said(), text), "words", text.clean());
        };
    }

    static Answer ofWords(String value, Utterance said) {
        return words(clipped(value), saidBeside(value, said), null, false);
    }

    /** The client does not know, or would rather be asked by the artist. */
    static Answer unknown(@Nullable Utterance said) {
        return words(null, said == null ? null : clipped(said.said()), null, true);
    }

    /** A value mentioned before its question came, as the API shows it. */
    static Answer suggested(String value) {
        return words(null, null, value, false);
    }

    static Answer ofSize(Size size, Utterance said) {
        var width = size.widthCm();
        var height = size.heightCm();
        var text = width == null || height == null
                ? said.said()
                : width.toPlainString() + " x " + height.toPlainString() + " cm";
        var kept = clipped(text);
        var beside = saidBeside(text, said);
        return new Answer(
                kept, beside, null, false, width, height, size.sizeClass(), null, null, null, null, null, null);
    }

    static Answer ofAmount(Amount amount, Utterance said) {
        var to = Money.text(amount.minor(), amount.currency());
        var from = amount.fromMinor() == null ? "" : Money.text(amount.fromMinor(), amount.currency()) + " - ";
        var beside = saidBeside(from + to, said);
        return new Answer(
                from + to,
                beside,
                null,
                false,
                null,
                null,
                null,
                amount.minor(),
                amount.fromMinor(),
                amount.currency(),
                null,
                null,
                null);
    }

    static Answer ofPlace(Place place, Utterance said) {
        var text = place.text().isEmpty() ? null : clipped(place.text());
        return placed(text, saidBeside(place.text(), said), place.flexible(), place.city(), place.country());
    }

    private static Answer ofCountry(Utterance text, StudioConfig settings) {
        var known = Places.countryIn(text, settings.homeCountry());
        var country = clipped(known == null ? text.said() : known);
        return placed(country, saidBeside(country, text), false, null, country);
    }

    /** City, country and region together, from the two questions about them. */
    static Answer location(@Nullable Answer city, @Nullable Answer country) {
        var cityName = city == null ? null : city.city();
        var countryName =
                city != null && city.country() != null ? city.country() : country == null ? null : country.country();
        var text = new Place(cityName, countryName, false).text();
        return placed(text.isEmpty() ? null : text, null, city != null && city.unknown(), cityName, countryName);
    }

    private static Answer words(
            @Nullable String text, @Nullable String said, @Nullable String suggested, boolean unknown) {
        return new Answer(text, said, suggested, unknown, null, null, null, null, null, null, null, null, null);
    }

    private static Answer placed(
            @Nullable String text,
            @Nullable String said,
            boolean unknown,
            @Nullable String city,
            @Nullable String country) {
        var kept = city == null ? null : clipped(city);
        var region = Places.regionOf(country);
        return new Answer(text, said, null, unknown, null, null, null, null, null, null, kept, country, region);
    }

    /** The client's words, also where the state keeps them only once. */
    static Answer withSaid(Answer answer) {
        return answer.said() != null || answer.text() == null
                ? answer
                : new Answer(
                        answer.text(),
                        answer.text(),
                        answer.suggested(),
                        answer.unknown(),
                        answer.widthCm(),
                        answer.heightCm(),
                        answer.sizeClass(),
                        answer.amountMinor(),
                        answer.amountFromMinor(),
                        answer.currency(),
                        answer.city(),
                        answer.country(),
                        answer.region());
    }

    /** Another city; "same", "none", "no": the one they live in. */
    private static Reading<Answer> ofTravel(Utterance text, StudioConfig settings) {
        var place = Places.read(text, settings.homeCountry()).taken();
        return place != null && place.city() != null && YesNo.read(text).taken() != YesNo.NO
                ? Reading.understood(ofPlace(place, text), "travel.city", text.clean())
                : Reading.understood(ofWords(text.said(), text), "travel.none", text.clean());
    }

    private static Reading<Answer> ofHandle(Utterance text) {
        return switch (Handles.read(text)) {
            case Reading.Understood<String>(var handle, var rule, var span, var confidence) ->
                new Reading.Understood<>(ofWords(handle.isEmpty() ? "none" : handle, text), rule, span, confidence);
            default -> Reading.understood(ofWords(text.said(), text), "handle.as-said", text.clean());
        };
    }

    private static @Nullable String saidBeside(String value, Utterance said) {
        return said.said().equals(value) ? null : clipped(said.said());
    }

    private static String clipped(String text) {
        return text.length() <= KEPT_MAX ? text : text.substring(0, KEPT_MAX);
    }

    private static <T, R> Reading<R> map(Reading<T> reading, Function<T, R> change) {
        return switch (reading) {
            case Reading.Understood<T>(var value, var rule, var span, var confidence) ->
                new Reading.Understood<>(change.apply(value), rule, span, confidence);
            case Reading.NeedsConfirmation<T>(var value, var rule, var span, var why) ->
                new Reading.NeedsConfirmation<>(change.apply(value), rule, span, why);
            case Reading.Unsure<T>(var rule, var span) -> new Reading.Unsure<>(rule, span);
            case Reading.NotUnderstood<T>(var rule, var reason) -> new Reading.NotUnderstood<>(rule, reason);
        };
    }
}
