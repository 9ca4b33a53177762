package io.inkstream.conversation;

import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.inbound.MessageContent.MediaType;
import io.inkstream.schemas.inbound.MessageContent.TapSource;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.outbound.OutboundMessage;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Clients, artists, timers and providers that do anything at any time. */
final class RandomPeople {
    private static final List<String> LINES = List.of(
            "hi",
            "A fine line dragon curling round my arm",
            "left forearm",
            "10x15cm",
            "fine line",
            "2",
            "no",
            "yes",
            "£500",
            "London",
            "Leeds",
            "Paris",
            "anywhere",
            "the UK",
            "@jane_1990",
            "flexible",
            "STOP",
            "Stop.",
            "START",
            "CONTINUE",
            "human please",
            "are you a bot?",
            "refund",
            "delete my data",
            "how much is it?",
            "where are you?",
            "why?",
            "is there a discount?",
            "I'm ready but nervous",
            "not sure",
            "banana",
            "cover up of my ex",
            "I am 16",
            "I'm 34",
            "it's for my daughter who wants a tattoo",
            "fuck you",
            "I am pregnant",
            "wrong number",
            "start over",
            "change size",
            "change budget to 600",
            "change something",
            "cancel",
            "I need to cancel my appointment",
            "can I move it to next week?",
            "running late",
            "my tattoo is red and hot",
            "español",
            "english",
            "thanks",
            "ok",
            "👍",
            "",
            "   ",
            "£600 and my insta is @jane",
            "10x15cm £500 realism",
            "150x200cm",
            "12",
            "£250",
            "400k",
            "£20",
            "sleeve",
            "none",
            "same",
            "1",
            "3 realism",
            "hola quiero un tatuaje de un dragón en el brazo",
            "sí",
            "baja",
            "alta",
            "{link:approve}",
            "{question}",
            "a".repeat(5_000),
            "9".repeat(5_000),
            "1,1,1,1.1.1'1'1",
            "\uD800 broken",
            "🇬🇧",
            "\u0000\u0007",
            "gdpr");
    private static final List<String> TAPS = List.of(
            "complexity:1",
            "complexity:9",
            "coverup:yes",
            "coverup:no",
            "timing:weeks",
            "timing:never",
            "size:palm",
            "size:unknown",
            "size:sleeve",
            "budget:quote",
            "budget:figure",
            "suggested:yes",
            "suggested:no",
            "changed:yes",
            "changed:no",
            "age:adult",
            "age:minor",
            "tour:yes",
            "tour:no",
            "back:carry-on",
            "back:start-over",
            "bot:carry-on",
            "bot:person",
            "slot:3",
            "",
            ":",
            "nonsense");

    private final RandomGenerator random;
    private Instant now = Studios.T0;
    private int count;
    private final List<Alarm> alarms = new ArrayList<>();
    private final List<String> commandIds = new ArrayList<>(List.of("unknown-command"));
    private List<String> offered = List.of();

    /** In percent: how often people do the sensible thing, and how often time jumps. */
    private final int sense;

    private final int haste;

    RandomPeople(RandomGenerator random) {
        this.random = random;
        this.sense = List.of(20, 70, 95).get(random.nextInt(3));
        this.haste = List.of(30, 80, 97).get(random.nextInt(3));
    }

    /** Remembers what can be answered, tapped or fired next. */
    void saw(Decision decision) {
        alarms.addAll(decision.timers());
        decision.messages().forEach(message -> {
            commandIds.add(message.commandId());
            offered = taps(message.message());
        });
    }

    Input next(ConversationState state) {
        now = now.plus(random.nextInt(100) < haste ? Duration.ofSeconds(random.nextInt(2, 20)) : pause());
        if (random.nextInt(100) < sense) {
            return sensible(state);
        }
        return switch (random.nextInt(20)) {
            case 0, 1 -> timer();
            case 2 -> outcome();
            case 3, 4 -> command(state);
            case 5 -> payment(state);
            case 6 -> random.nextInt(5) == 0 ? new Input.ArtistMessage(id(), now, now, content(), null) : message();
            default -> message();
        };
    }

    /** What moves the conversation on: the next answer, else whatever is due. */
    private Input sensible(ConversationState state) {
        var open = state.lead() == null ? null : state.lead().consultation().open();
        var question = open == null ? null : Question.ofKey(open.question());
        if (question != null && random.nextInt(6) != 0) {
            return text(answer(question));
        }
        if (!alarms.isEmpty() && random.nextBoolean()) {
            return timer();
        }
        return random.nextInt(3) == 0 ? command(state) : text(state.lead() == null ? "hi" : line());
    }

    private Input text(String body) {
        return new Input.ClientMessage(id(), now, now, new MessageContent.Text(body), null, null, "Jane", false, false);
    }

    private String answer(Question question) {
        return switch (question) {
            case IDEA -> pick(List.of("a dragon with roses", "10cm swallow, £300", "old ship"));
            case PLACEMENT -> pick(List.of("left forearm", "ribs"));
            case DIMENSIONS -> pick(List.of("10x15cm", "20 by 30", "not sure", "5cm"));
            case STYLE -> "realism";
            case COMPLEXITY -> pick(List.of("1", "2", "3"));
            case COVERUP, REFERENCE_IMAGES -> "no";
            case BUDGET -> pick(List.of("£500", "2k", "£100", "no idea"));
            case LOCATION_CITY -> pick(List.of("London", "Leeds", "Berlin", "Ankh Morpork", "France"));
            case LOCATION_COUNTRY -> pick(List.of("France", "Narnia"));
            case INSTAGRAM_HANDLE -> "@jane";
            case TRAVEL_CITY -> pick(List.of("none", "London", "Manchester", "Paris"));
            case TIMING -> "flexible";
        };
    }

    private Duration pause() {
        return switch (random.nextInt(10)) {
            case 0 -> Duration.ofHours(random.nextInt(100));
            case 1 -> Duration.ofMinutes(-random.nextInt(30)); // clocks of two machines
            case 2 -> Duration.ofDays(random.nextInt(40));
            default -> Duration.ofSeconds(random.nextInt(90));
        };
    }

    private Input message() {
        var sentAt = switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> now.minusSeconds(random.nextInt(600));
            default -> now;
        };
        return new Input.ClientMessage(
                id(), now, sentAt, content(), null, null, name(), random.nextInt(50) == 0, random.nextInt(50) == 0);
    }

    private @Nullable String name() {
        return random.nextInt(3) == 0 ? null : random.nextInt(5) == 0 ? "{link:reject}\n" : "Jane";
    }

    private MessageContent content() {
        return switch (random.nextInt(18)) {
            case 0, 1 ->
                new MessageContent.Media(
                        pick(List.of(MediaType.values())), "m" + count, null, null, caption(), null, null);
            case 2, 3 -> new MessageContent.Tap(tap(), null, pick(List.of(TapSource.values())));
            case 4 -> new MessageContent.Reaction("wamid.x", random.nextBoolean() ? "👍" : null);
            case 5 ->
                new MessageContent.Location(
                        51.5, -0.12, random.nextBoolean() ? "Studio" : null, random.nextBoolean() ? "Leeds" : null);
            case 6 -> oddContent();
            default -> new MessageContent.Text(line());
        };
    }

    private MessageContent oddContent() {
        return switch (random.nextInt(8)) {
            case 0 -> new MessageContent.ContactCards(2, null);
            case 1 -> new MessageContent.ContactCards(1, "447700900001");
            case 2 -> new MessageContent.Unsupported("poll", 131051);
            case 3 -> new MessageContent.FlowReply("{broken");
            case 4 -> new MessageContent.Order(1, "text");
            case 5 -> new MessageContent.Edited("wamid.1", random.nextBoolean() ? "STOP" : null);
            case 6 -> new MessageContent.Revoked("wamid.1");
            default -> new MessageContent.SystemNotice(MessageContent.SystemChange.OTHER, null, null);
        };
    }

    private @Nullable String caption() {
        return random.nextBoolean() ? null : line();
    }

    private String tap() {
        return !offered.isEmpty() && random.nextBoolean() ? pick(offered) : pick(TAPS);
    }

    private static List<String> taps(OutboundMessage message) {
        return switch (message) {
            case OutboundMessage.Buttons buttons ->
                buttons.buttons().stream().map(OutboundMessage.Button::id).toList();
            case OutboundMessage.OptionList list ->
                list.rows().stream().map(OutboundMessage.Row::id).toList();
            case OutboundMessage.Text _, OutboundMessage.LinkButton _ -> List.of();
        };
    }

    private String line() {
        if (random.nextInt(8) != 0) {
            return pick(LINES);
        }
        var text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0x20, 0x2FFF) : random.nextInt(0x20, 0x7F));
        }
        return text.toString();
    }

    private Input timer() {
        if (alarms.isEmpty() || random.nextInt(10) == 0) {
            return new Input.Timer("nobody/stages:1", now, "nobody/stages", 1, now);
        }
        var alarm = pick(alarms);
        now = now.isBefore(alarm.dueAt()) ? alarm.dueAt() : now;
        return new Input.Timer(
                alarm.timerId() + ":" + alarm.generation(), now, alarm.timerId(), alarm.generation(), alarm.dueAt());
    }

    private Input outcome() {
        var commandId = pick(commandIds);
        return new Input.SendOutcome(
                commandId + ":outcome", now, commandId, pick(List.of(Outcome.values())), "wamid.x", null);
    }

    private Input command(ConversationState state) {
        var lead = state.lead();
        var leadId = lead == null || random.nextInt(10) == 0 ? "nobody" : lead.leadId();
        var version = lead == null || random.nextInt(3) == 0 ? null : Long.valueOf(lead.version() - random.nextInt(2));
        return new Input.Command(id(), now, leadId, version, "robin", "dashboard", action());
    }

    private LeadAction action() {
        return switch (random.nextInt(8)) {
            case 0 -> new LeadAction.Approve(null, null, null);
            case 1 ->
                new LeadAction.Approve(
                        800_00L, random.nextBoolean() ? 900_00L : 700_00L, random.nextBoolean() ? null : 0L);
            case 2 -> new LeadAction.Reject(random.nextBoolean() ? null : "not my style");
            case 3 -> new LeadAction.Ask(random.nextBoolean() ? "Could you send a photo? {link:approve}" : " ");
            case 4 -> new LeadAction.HandBack(random.nextBoolean() ? "budget" : "no-such-question");
            case 5 -> new LeadAction.Close("spam");
            default -> new LeadAction.HandBack(null);
        };
    }

    private Input payment(ConversationState state) {
        var lead = state.lead();
        return new Input.Payment(
                id(),
                now,
                random.nextBoolean() ? "checkout.session.completed" : "charge.refunded",
                lead == null || random.nextBoolean() ? null : lead.leadId(),
                "cs_1",
                "pi_1",
                random.nextBoolean() ? "paid" : null,
                random.nextBoolean() ? 20_000L : null,
                random.nextBoolean() ? "gbp" : "eur",
                false);
    }

    private String id() {
        return "input." + ++count;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
