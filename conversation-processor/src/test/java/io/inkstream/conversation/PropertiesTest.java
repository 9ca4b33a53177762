package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.config.StudioConfig.QuietHours;
import io.inkstream.schemas.config.StudioConfig.Switches;
import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Status;
import io.inkstream.schemas.outbound.Recipient.Role;
import io.inkstream.testkit.Property;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What holds for every conversation, whatever people write and whenever. A failure names its seed. */
class PropertiesTest {

    /** A conversation that went through any number of random inputs, and the decisions on the way. */
    private record Played(
            StudioConfig settings, ConversationState begin, List<Input> inputs, List<Decision> decisions) {
        @Override
        public String toString() {
            return inputs.size() + " inputs";
        }
    }

    @Test
    void anyInput_inAnyState_isDecidedWithinTheRules() {
        Property.forAll(400, PropertiesTest::play, played -> {
            var before = played.begin();
            for (int i = 0; i < played.inputs().size(); i++) {
                var decision = played.decisions().get(i);
                check(before, played.inputs().get(i), decision);
                before = decision.state();
            }
        });
    }

    @Test
    void sameInput_inTheSameState_givesTheSameDecision() {
        Property.forAll(60, PropertiesTest::play, played -> {
            var before = played.begin();
            for (int i = 0; i < played.inputs().size(); i++) {
                assertThat(Conversation.decide(before, played.inputs().get(i), played.settings()))
                        .isEqualTo(played.decisions().get(i));
                before = played.decisions().get(i).state();
            }
        });
    }

    @Test
    void state_survivesBeingStored() {
        Property.forAll(60, PropertiesTest::play, played -> {
            for (var decision : played.decisions()) {
                var stored = Json.write(decision.state());
                assertThat(Json.readAs(stored, ConversationState.class)).isEqualTo(decision.state());
            }
        });
    }

    /** The target is 3 KB after a whole consultation, with ids as long as WhatsApp's. */
    @Test
    void state_staysSmallWhenNobodyWritesNovels() {
        var state = Talk.submitted().state();
        var id = "0b3f6c2e-6f0a-5c1e-9a41-0d7c2b8f5e11";
        var stored = new ConversationState(
                id, "studio", state.consent(), state.lastTime(), state.person(), state.lead(), null);

        assertThat(Json.write(stored)).hasSizeLessThan(3_000);
    }

    /** Properties mean nothing if the random people never get anywhere. */
    @Test
    void randomPeople_reachNearlyEverything() {
        var statuses = new TreeSet<Status>();
        var copyKeys = new TreeSet<String>();
        for (int seed = 0; seed < 500; seed++) {
            play(new Random(seed)).decisions().forEach(decision -> {
                decision.messages().forEach(message -> copyKeys.add(message.copyKey()));
                if (decision.state().lead() != null) {
                    statuses.add(decision.state().lead().status());
                }
            });
        }

        assertThat(statuses).hasSizeGreaterThanOrEqualTo(Status.values().length - 1);
        assertThat(copyKeys).hasSizeGreaterThan(70);
    }

    private static void check(ConversationState before, Input input, Decision decision) {
        var toClient =
                decision.messages().stream().filter(m -> m.to() == Role.CLIENT).toList();
        assertThat(decision.events()).isNotEmpty();
        assertThat(toClient).as("messages to the client").hasSizeLessThanOrEqualTo(1);
        assertThat(toClient).noneMatch(message -> message.message().body().contains("{"));
        assertThat(decision.messages()).allSatisfy(message -> {
            assertThat(message.message().body()).isNotBlank();
            assertThat(message.copyKey()).isNotBlank();
        });
        statusMovesAlongTheTable(before, decision);
        optOutWins(before, decision, toClient);
        versionGrowsOnlyForward(before, decision);
        heldConversationIsLeftToTheArtist(before, input, decision, toClient);
        goodAnswersForgetFailures(decision);
        assertThat(decision.state().lastTime()).isNotNull().isAfterOrEqualTo(input.occurredAt());
    }

    private static void statusMovesAlongTheTable(ConversationState before, Decision decision) {
        var at = before.lead() == null ? null : before.lead().status();
        for (var event : decision.events()) {
            if (event instanceof LeadEvent.LeadOpened) {
                at = Status.NEW;
            } else if (event instanceof LeadEvent.StatusChanged moved) {
                assertThat(moved.from()).isEqualTo(at);
                assertThat(StatusTable.allows(moved.from(), moved.to()))
                        .as(moved.toString())
                        .isTrue();
                at = moved.to();
            }
        }
        assertThat(
                        decision.state().lead() == null
                                ? null
                                : decision.state().lead().status())
                .isEqualTo(at);
    }

    private static void optOutWins(ConversationState before, Decision decision, List<OutgoingMessage> toClient) {
        if (decision.state().consent() == Consent.OPTED_OUT) {
            assertThat(toClient).allMatch(OutgoingMessage::allowAfterOptOut);
        }
        var wroteStop = decision.events().contains(new LeadEvent.ConsentChanged(Consent.OPTED_OUT));
        if (wroteStop) {
            assertThat(before.consent()).isEqualTo(Consent.GRANTED);
            assertThat(toClient).extracting(OutgoingMessage::copyKey).containsExactly("optout.confirmed");
        }
    }

    /** While the artist talks with the client, only the client's own STOP and what was owed to them is answered. */
    private static void heldConversationIsLeftToTheArtist(
            ConversationState before, Input input, Decision decision, List<OutgoingMessage> toClient) {
        var was = before.lead();
        var is = decision.state().lead();
        var time = decision.state().lastTime();
        var stayedHeld = was != null
                && is != null
                && time != null
                && was.leadId().equals(is.leadId())
                && was.isHeldByArtist(time)
                && is.isHeldByArtist(time)
                && Objects.equals(
                        before.person().switchNotedAt(),
                        decision.state().person().switchNotedAt());
        var owedSomething = was != null && was.withheld() != null;
        if (stayedHeld && !owedSomething && input instanceof Input.ClientMessage) {
            assertThat(toClient).allMatch(OutgoingMessage::allowAfterOptOut);
        }
    }

    private static void goodAnswersForgetFailures(Decision decision) {
        var lead = decision.state().lead();
        for (var event : decision.events()) {
            if (lead != null && event instanceof LeadEvent.AnswerRecorded recorded) {
                assertThat(lead.consultation().failures()).doesNotContainKey(recorded.key());
            } else if (lead != null && event instanceof LeadEvent.HandedBack) {
                assertThat(lead.consultation().failures()).isEmpty();
            }
        }
    }

    /** Every question that applies has exactly one first answer before the artist is asked to decide. */
    @Test
    void consultation_skipsNoStepAndAnswersNoneTwice() {
        Property.forAll(200, PropertiesTest::play, played -> {
            if (played.begin().lead() != null) {
                return;
            }
            var firstAnswers = new HashSet<String>();
            for (var decision : played.decisions()) {
                for (var event : decision.events()) {
                    switch (event) {
                        case LeadEvent.LeadOpened _ -> firstAnswers.clear();
                        case LeadEvent.AnswerRecorded answer
                        when !answer.edited() ->
                            assertThat(firstAnswers.add(answer.key()))
                                    .as("first answer to " + answer.key())
                                    .isTrue();
                        case LeadEvent.StatusChanged moved
                        when moved.from() == Status.QUALIFYING && moved.to() == Status.PENDING_APPROVAL ->
                            assertThat(firstAnswers)
                                    .contains("idea", "placement", "dimensions", "style", "complexity", "coverup")
                                    .contains("reference_images", "budget", "location_city", "timing");
                        default -> {}
                    }
                }
            }
        });
    }

    private static void versionGrowsOnlyForward(ConversationState before, Decision decision) {
        var was = before.lead();
        var is = decision.state().lead();
        if (was == null || is == null || !was.leadId().equals(is.leadId())) {
            return;
        }
        assertThat(is.version()).isBetween(was.version(), was.version() + 1);
        var changed = was.status() != is.status()
                || !was.consultation().answers().equals(is.consultation().answers())
                || before.consent() != decision.state().consent();
        if (changed) {
            assertThat(is.version()).isEqualTo(was.version() + 1);
        }
    }

    private static Played play(RandomGenerator random) {
        var settings = settings(random);
        var people = new RandomPeople(random);
        var begin = random.nextInt(3) == 0 ? somewhere(random) : ConversationState.initial("contact-1", "studio");
        var inputs = new ArrayList<Input>();
        var decisions = new ArrayList<Decision>();
        var state = begin;
        for (int i = random.nextInt(5, 60); i > 0; i--) {
            var input = people.next(state);
            if (random.nextInt(5) == 0) {
                state = restarted(state);
            }
            var decision = Conversation.decide(state, input, settings);
            inputs.add(input);
            decisions.add(decision);
            people.saw(decision);
            state = decision.state();
        }
        return new Played(settings, begin, inputs, decisions);
    }

    /** A restart reads the state from its store. */
    private static ConversationState restarted(ConversationState state) {
        return Json.readAs(Json.write(state), ConversationState.class);
    }

    /** In the middle of any status, also those that no rule leads to yet. */
    private static ConversationState somewhere(RandomGenerator random) {
        var state = Talk.upTo(pick(random, Question.values())).state();
        var status = pick(random, Status.values());
        var lead = java.util.Objects.requireNonNull(state.lead()).in(status, Studios.T0);
        var consent = status == Status.OPTOUT ? Consent.OPTED_OUT : Consent.GRANTED;
        return new ConversationState("contact-1", "studio", consent, state.lastTime(), state.person(), lead, null);
    }

    private static <T> T pick(RandomGenerator random, T[] from) {
        return from[random.nextInt(from.length)];
    }

    private static StudioConfig settings(RandomGenerator random) {
        var studio = Studios.studio().locale(random.nextInt(4) == 0 ? "es" : "en-GB");
        if (random.nextInt(4) == 0) {
            studio.tour();
        }
        if (random.nextInt(4) == 0) {
            studio.quiet(new QuietHours(LocalTime.of(21, 0), LocalTime.of(9, 0)));
        }
        if (random.nextInt(3) == 0) {
            studio.settling(Duration.ofSeconds(4));
        }
        if (random.nextInt(20) == 0) {
            studio.switches(new Switches(true, false, List.of(), false));
        }
        return studio.build();
    }
}
