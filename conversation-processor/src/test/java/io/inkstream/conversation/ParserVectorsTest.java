package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.conversation.estimate.Estimator;
import io.inkstream.conversation.estimate.HardPlacements;
import io.inkstream.conversation.estimate.Piece;
import io.inkstream.conversation.understanding.Age;
import io.inkstream.conversation.understanding.Amount;
import io.inkstream.conversation.understanding.Amounts;
import io.inkstream.conversation.understanding.Complexity;
import io.inkstream.conversation.understanding.Edits;
import io.inkstream.conversation.understanding.Handles;
import io.inkstream.conversation.understanding.Intent;
import io.inkstream.conversation.understanding.Intents;
import io.inkstream.conversation.understanding.Language;
import io.inkstream.conversation.understanding.Mentions;
import io.inkstream.conversation.understanding.Places;
import io.inkstream.conversation.understanding.Reading;
import io.inkstream.conversation.understanding.Size;
import io.inkstream.conversation.understanding.Sizes;
import io.inkstream.conversation.understanding.SlotChoices;
import io.inkstream.conversation.understanding.Timing;
import io.inkstream.conversation.understanding.Topics;
import io.inkstream.conversation.understanding.Triggers;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.conversation.understanding.YesNo;
import io.inkstream.schemas.config.StudioConfig;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The parsers against the vector files. A new case needs no Java: it is one more line in its file. */
class ParserVectorsTest {
    private static final StudioConfig STUDIO = Studios.studio().build();
    private static final String HOME = STUDIO.homeCountry();
    private static final double CM_TOLERANCE = 0.05;

    static Stream<VectorCase> cases() {
        return VectorCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void vector_isReadAsExpected(VectorCase vector) {
        var actual = answer(vector);
        var expected = vector.expect();
        if (expected.isNull()) {
            assertThat(actual).as(vector.id()).isEmpty();
            return;
        }
        var softly = new SoftAssertions();
        expected.propertyStream()
                .forEach(field -> softly.assertThat(same(field.getValue(), actual.get(field.getKey())))
                        .as("%s: %s should be %s in %s", vector.id(), field.getKey(), field.getValue(), actual)
                        .isTrue());
        softly.assertAll();
    }

    private static Map<String, Object> answer(VectorCase vector) {
        return switch (vector.function()) {
            case "dimensions" -> size(vector);
            case "budget" -> budget(vector);
            case "location" -> location(vector);
            case "region" -> region(vector);
            case "answer-guards" -> guards(vector);
            case "handover-triggers" -> Map.of("handover", handover(Utterance.of(vector.text("text"))));
            case "intents" ->
                Map.of("intent", Intents.of(Utterance.of(vector.text("text"))).name());
            case "age" ->
                Map.of("age", Age.of(Utterance.of(vector.text("text"))).name().toLowerCase(Locale.ROOT));
            case "health" -> Map.of("health", Triggers.mentionsHealth(Utterance.of(vector.text("text"))));
            case "abuse" -> Map.of("abuse", Triggers.isAbusive(Utterance.of(vector.text("text"))));
            case "yes-no" -> Map.of("answer", yesNo(Utterance.of(vector.text("text"))));
            case "edit" -> edit(Utterance.of(vector.text("text")));
            case "question" -> question(Utterance.of(vector.text("text")));
            case "language" -> language(Utterance.of(vector.text("text")));
            case "handle" -> handle(Utterance.of(vector.text("text")));
            case "timing" -> Map.of("timing", timing(Utterance.of(vector.text("text"))));
            case "estimate" -> estimate(vector);
            case "slot-choice" -> slot(vector);
            default -> throw new IllegalArgumentException("no parser for " + vector.function());
        };
    }

    private static Map<String, Object> slot(VectorCase vector) {
        var set = vector.sets().path(vector.text("slot_set"));
        var offered = set.path("slots")
                .valueStream()
                .limit(vector.input().path("max_slots").asInt())
                .map(slot -> new SlotChoices.Offer(local(slot.path("start")), local(slot.path("end"))))
                .toList();
        var today = local(set.path("now")).toLocalDate();
        var answer = new HashMap<String, Object>();
        switch (SlotChoices.read(Utterance.of(vector.text("message")), offered, today)) {
            case Reading.Understood<Integer> choice -> {
                answer.put("index", choice.value());
                answer.put("matched_by", choice.rule());
            }
            case Reading.NeedsConfirmation<Integer> probable -> answer.put("reason", probable.why());
            case Reading.Unsure<Integer> unsure -> answer.put("reason", unsure.rule());
            case Reading.NotUnderstood<Integer> miss -> answer.put("reason", miss.reason());
        }
        return answer;
    }

    private static LocalDateTime local(JsonNode time) {
        return OffsetDateTime.parse(time.asString()).toLocalDateTime();
    }

    private static Map<String, Object> size(VectorCase vector) {
        var answer = new HashMap<String, Object>();
        switch (Sizes.read(Utterance.of(vector.text("text")))) {
            case Reading.Understood<Size> size -> {
                put(answer, "width_cm", size.value().widthCm());
                put(answer, "height_cm", size.value().heightCm());
                put(answer, "size_class", size.value().sizeClass());
            }
            case Reading.Unsure<Size> _ -> answer.put("unsure", true);
            case Reading.NeedsConfirmation<Size> _, Reading.NotUnderstood<Size> _ -> {}
        }
        return answer;
    }

    private static Map<String, Object> budget(VectorCase vector) {
        var answer = new HashMap<String, Object>();
        var reading = Amounts.read(Utterance.of(vector.text("text")), "GBP", STUDIO.budgetFloorMinor());
        answer.put("unsure", reading instanceof Reading.Unsure<Amount>);
        answer.put("accepted_at_step", reading instanceof Reading.Understood<Amount>);
        var amount = reading.taken();
        put(answer, "from_pence", amount == null ? null : amount.fromMinor());
        if (amount != null && amount.currency().equals("GBP")) {
            answer.put("pence", amount.minor());
        } else if (amount != null) {
            answer.put("currency", amount.currency());
            answer.put("amount", amount.minor() / 100.0);
        }
        return answer;
    }

    private static Map<String, Object> location(VectorCase vector) {
        var answer = new HashMap<String, Object>();
        var place = Places.read(Utterance.of(vector.text("text")), HOME).taken();
        var isFlexible = place != null && place.flexible();
        put(answer, "city", place == null ? null : place.city());
        put(answer, "country", place == null ? null : place.country());
        answer.put("is_flexible", isFlexible);
        answer.put("is_only_country", place != null && place.city() == null && place.country() != null);
        answer.put("valid", place != null && !isFlexible);
        return answer;
    }

    private static Map<String, Object> region(VectorCase vector) {
        var answer = new HashMap<String, Object>();
        var region = Places.regionOf(Places.countryIn(Utterance.of(vector.text("country")), HOME));
        put(answer, "region", region);
        var terms = region == null ? null : STUDIO.regions().get(region);
        if (terms != null) {
            answer.put("min_budget_pence", terms.minBudgetMinor());
            answer.put("hourly_rate_pence", terms.hourlyRateMinor());
        }
        return answer;
    }

    private static Map<String, Object> guards(VectorCase vector) {
        var text = Utterance.of(vector.text("text"));
        var question = java.util.Objects.requireNonNull(Question.ofKey(vector.text("current_question_key")));
        var mentions = Mentions.in(text, "GBP", STUDIO.budgetFloorMinor());
        var reading = Answers.read(question, text, STUDIO);
        var understood = reading instanceof Reading.Understood<?> && !isAnywhere(question, text);
        var verdict = Guards.verdict(question, text, Intents.of(text), mentions);
        var guarded = verdict == Guards.Verdict.WRONG_FIELD || verdict == Guards.Verdict.ONE_AT_A_TIME;
        return Map.of(
                "wrong_field",
                verdict == Guards.Verdict.WRONG_FIELD,
                "multi_answer",
                Guards.kinds(question, text, mentions, understood) > 1,
                "exempt_valid_single",
                question.kind() == Question.Kind.MEASURE && understood,
                "reprompted",
                guarded
                        || (question.kind() == Question.Kind.MEASURE
                                && !understood
                                && Guards.saysSomethingElse(question, mentions)));
    }

    private static boolean isAnywhere(Question question, Utterance text) {
        var place = question == Question.LOCATION_CITY ? Places.read(text, HOME).taken() : null;
        return place != null && place.flexible();
    }

    private static String yesNo(Utterance text) {
        return switch (YesNo.read(text)) {
            case Reading.Understood<YesNo> answer -> answer.value().name();
            case Reading.Unsure<YesNo> _ -> "UNSURE";
            case Reading.NeedsConfirmation<YesNo> _, Reading.NotUnderstood<YesNo> _ -> "NONE";
        };
    }

    private static Map<String, Object> edit(Utterance text) {
        var answer = new HashMap<String, Object>();
        var edit = Edits.in(text);
        answer.put("edit", edit != null);
        put(answer, "field", edit == null ? null : edit.field());
        put(answer, "value", edit == null ? null : edit.value());
        return answer;
    }

    private static Map<String, Object> question(Utterance text) {
        var answer = new HashMap<String, Object>();
        answer.put("asks", Topics.asksSomething(text));
        put(answer, "topic", Topics.of(text));
        return answer;
    }

    private static Map<String, Object> language(Utterance text) {
        var answer = new HashMap<String, Object>();
        put(answer, "language", Language.of(text));
        return answer;
    }

    private static Map<String, Object> handle(Utterance text) {
        var answer = new HashMap<String, Object>();
        put(answer, "handle", Handles.read(text).taken());
        return answer;
    }

    private static String timing(Utterance text) {
        return switch (Timing.read(text)) {
            case Reading.Understood<String> _ -> "yes";
            case Reading.Unsure<String> _ -> "unsure";
            case Reading.NeedsConfirmation<String> _, Reading.NotUnderstood<String> _ -> "none";
        };
    }

    private static String handover(Utterance text) {
        if (Intents.of(text) == Intent.HUMAN || Triggers.mentionsCoverUp(text)) {
            return "hard";
        }
        return Triggers.soft(text) == null ? "none" : "soft";
    }

    private static Map<String, Object> estimate(VectorCase vector) {
        var answer = new HashMap<String, Object>();
        switch (vector.text("fn")) {
            case "estimate_project" -> {
                var size =
                        Sizes.read(Utterance.of(vector.text("dimensions_text"))).taken();
                var piece = piece(
                        vector,
                        size == null || size.widthCm() == null || size.heightCm() == null
                                ? null
                                : size.widthCm().multiply(size.heightCm()).doubleValue());
                var estimate = Estimator.estimate(piece, null, "UK", STUDIO);
                answer.put("category", estimate.category());
                answer.put("deposit_pence", estimate.depositMinor());
                put(answer, "days", estimate.days());
            }
            case "estimate_days_for_xl" -> {
                var width = vector.input().path("width_cm");
                var area = width.isNumber()
                        ? width.asDouble() * vector.input().path("height_cm").asDouble()
                        : null;
                answer.put("days", Estimator.days(piece(vector, area)));
            }
            case "get_deposit_amount" -> {
                var days = vector.input().path("days");
                var deposit = STUDIO.depositTiersMinor().getOrDefault(vector.text("category"), 0L);
                answer.put("deposit_pence", days.isNumber() ? deposit * days.asDouble() : deposit);
            }
            case "calculate_price_range" -> prices(vector, answer);
            case "complexity_level" ->
                put(
                        answer,
                        "complexity",
                        Complexity.read(Utterance.of(vector.text("text"))).taken());
            default -> throw new IllegalArgumentException(vector.text("fn"));
        }
        return answer;
    }

    private static void prices(VectorCase vector, Map<String, Object> answer) {
        var terms = java.util.Objects.requireNonNull(STUDIO.regions().get(vector.text("region")));
        var hours = java.util.Objects.requireNonNull(STUDIO.estimateHours().get(vector.text("category")));
        var area = switch (vector.text("category")) {
            case "SMALL" -> 10.0;
            case "MEDIUM" -> 100.0;
            default -> 200.0;
        };
        var estimate = Estimator.estimate(new Piece(area, false, 1, false, false), null, vector.text("region"), STUDIO);
        answer.put("min_pence", estimate.priceFromMinor());
        answer.put("max_pence", estimate.priceToMinor());
        answer.put("min_hours", hours.from());
        answer.put("max_hours", hours.to());
        answer.put("hourly_rate_pence", terms.hourlyRateMinor());
    }

    private static Piece piece(VectorCase vector, @Nullable Double area) {
        var complexity = vector.input().path("complexity").asInt();
        var coverUp = vector.input().path("coverup").asBoolean();
        return new Piece(
                area,
                false,
                complexity,
                coverUp,
                HardPlacements.isHard(vector.text("placement"), STUDIO.hardPlacements()));
    }

    private static void put(Map<String, Object> answer, String key, @Nullable Object value) {
        if (value != null) {
            answer.put(key, value);
        }
    }

    private static boolean same(JsonNode expected, @Nullable Object actual) {
        if (expected.isNull()) {
            return actual == null;
        }
        return switch (actual) {
            case null -> false;
            case Boolean truth -> expected.isBoolean() && truth == expected.asBoolean();
            case Number number ->
                expected.isNumber() && Math.abs(number.doubleValue() - expected.asDouble()) <= CM_TOLERANCE;
            default -> expected.asString().equalsIgnoreCase(actual.toString());
        };
    }
}
