package io.inkstream.conversation.streams.topology;

import static io.inkstream.conversation.streams.topology.Incoming.ANA;
import static io.inkstream.conversation.streams.topology.Incoming.BEN;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.conversation.Conversation;
import io.inkstream.conversation.ConversationState;
import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.inbound.MessageContent.MediaType;
import io.inkstream.schemas.inbound.MessageContent.TapSource;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.lead.DecisionRecord;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import io.inkstream.testkit.Property;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The decision log is all that a replay needs: folding the rules over a contact's records, with the settings they name,
 * gives the same events, reasons and leads. Equal means equal on the wire.
 */
class RedecisionTest {
    private static final StudioConfig FIRST = Studios.studio();
    private static final StudioConfig SECOND = Studios.settings(Studios.STUDIO, 2, Studios.ARTIST);

    @Test
    void everyKindOfInput_isDecidedTheSameAgain() {
        try (var studio = new Consultation()) {
            studio.says(ANA, Consultation.PLAIN.subList(0, 6).toArray(String[]::new))
                    .sends(ANA, picture())
                    .saysAgain(ANA, "sent twice")
                    .poison(ANA)
                    .lastMessageWas(ANA, Outcome.SENT_AS_TEMPLATE)
                    .after(Duration.ofHours(13));
            studio.topology.publishes(SECOND);
            studio.says(ANA, Consultation.PLAIN.subList(6, 12).toArray(String[]::new))
                    .commands(ANA, new LeadAction.Ask("Which arm?"))
                    .says(ANA, "the left one")
                    .commands(ANA, new LeadAction.HandBack(null))
                    .commands(ANA, new LeadAction.Approve(null, null, null))
                    .commands(ANA, new LeadAction.Approve(null, null, null), 1)
                    .pays(ANA)
                    .says(ANA, "STOP", "START")
                    .after(Duration.ofDays(40));

            var log = studio.topology.decisions(ANA);
            assertThat(log.stream().map(DecisionRecord::input).map(RedecisionTest::kind))
                    .contains("ClientMessage", "Timer", "Command", "SendOutcome", "Payment", "none");
            assertThat(log.stream().map(DecisionRecord::settingsVersion)).contains(1L, 2L);
            assertDecidedTheSameAgain(log);
        }
    }

    @Test
    void whateverPeopleDo_isDecidedTheSameAgain() {
        Property.forAll(30, RedecisionTest::randomDay, day -> {
            try (var studio = new Consultation()) {
                day.forEach(step -> step.on(studio));
                for (var phone : List.of(ANA, BEN)) {
                    assertDecidedTheSameAgain(studio.topology.decisions(phone));
                }
            }
        });
    }

    private static void assertDecidedTheSameAgain(List<DecisionRecord> log) {
        var settings = Map.of(1L, FIRST, 2L, SECOND);
        var state =
                log.isEmpty() ? null : ConversationState.initial(log.getFirst().contactId(), Studios.STUDIO);
        for (var record : log) {
            var input = record.input();
            if (input == null || state == null || isCopy(record)) {
                continue; // the shell's own records change nothing
            }
            var again = Conversation.decide(state, input, requireNonNull(settings.get(record.settingsVersion())));
            state = again.state();

            assertThat(wire(again.events())).as(record.toString()).isEqualTo(wire(byTheRules(record.events())));
            assertThat(wire(again.why())).isEqualTo(wire(record.why()));
            assertThat(again.leadId()).isEqualTo(record.leadId());
            assertThat(Json.writeText(Stream.ofNullable(state.snapshot()).toList()))
                    .isEqualTo(Json.writeText(Stream.ofNullable(record.lead()).toList()));
        }
    }

    private static boolean isCopy(DecisionRecord record) {
        return record.events().stream().anyMatch(LeadEvent.DuplicateIgnored.class::isInstance);
    }

    /** Without what the shell adds of its own, before the rules are asked. */
    private static List<LeadEvent> byTheRules(List<LeadEvent> events) {
        return events.stream()
                .filter(event ->
                        !(event instanceof LeadEvent.IdentityLearned || event instanceof LeadEvent.IdentityConflict))
                .toList();
    }

    private static String wire(List<?> values) {
        return values.stream().map(Json::writeText).collect(Collectors.joining("\n"));
    }

    private static String kind(@Nullable Input input) {
        return input == null ? "none" : input.getClass().getSimpleName();
    }

    private static MessageContent picture() {
        return new MessageContent.Media(MediaType.IMAGE, "9001", "image/jpeg", "x", "like this one", null, null);
    }

    /** Something that happens to the studio; printed when a property fails. */
    private record Step(String what, Consumer<Consultation> happens) {
        void on(Consultation studio) {
            happens.accept(studio);
        }

        @Override
        public String toString() {
            return what;
        }
    }

    private static List<Step> randomDay(RandomGenerator random) {
        return Stream.generate(() -> randomStep(random))
                .limit(random.nextInt(5, 40))
                .toList();
    }

    private static Step randomStep(RandomGenerator random) {
        var phone = random.nextBoolean() ? ANA : BEN;
        var line = Consultation.PLAIN.get(random.nextInt(Consultation.PLAIN.size()));
        var hours = random.nextInt(1, 60);
        var consent = random.nextBoolean() ? "STOP" : "START";
        return switch (random.nextInt(10)) {
            case 0 -> new Step("picture", studio -> studio.sends(phone, picture()));
            case 1 -> new Step("again", studio -> studio.saysAgain(phone, line));
            case 2 -> new Step("poison", studio -> studio.poison(phone));
            case 3 -> new Step(hours + " hours", studio -> studio.after(Duration.ofHours(hours)));
            case 4 -> new Step("new settings", studio -> studio.topology.publishes(SECOND));
            case 5 -> new Step(consent, studio -> studio.says(phone, consent));
            case 6 ->
                new Step("tap", studio -> studio.sends(phone, new MessageContent.Tap("yes", "Yes", TapSource.BUTTON)));
            default -> new Step(line, studio -> studio.says(phone, line));
        };
    }
}
