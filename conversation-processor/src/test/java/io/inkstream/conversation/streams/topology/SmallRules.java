package io.inkstream.conversation.streams.topology;

import io.inkstream.conversation.Alarm;
import io.inkstream.conversation.ConversationState;
import io.inkstream.conversation.Decision;
import io.inkstream.conversation.OutgoingMessage;
import io.inkstream.schemas.Ids;
import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Reason;
import io.inkstream.schemas.outbound.OutboundCommand.MessageClass;
import io.inkstream.schemas.outbound.OutboundMessage;
import io.inkstream.schemas.outbound.Recipient.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rules just rich enough to see the shell at work. A client's text is a list of wishes: {@code quiet} (say nothing),
 * {@code tell-artist}, {@code stop}, {@code remind} (in an hour; {@code remind-soon}: in a minute), {@code flood} (a
 * message too large for Kafka), {@code boom} (throw). Everything else is answered.
 */
final class SmallRules {
    private SmallRules() {}

    static Decision decide(ConversationState state, Input input, StudioConfig settings) {
        return switch (input) {
            case Input.ClientMessage message
            when message.content() instanceof MessageContent.Text text ->
                hear(state, input, message.inputId(), text.body());
            case Input.ArtistMessage artist -> ignored(state, "artist-" + artist.inputId());
            case Input.Timer timer -> fired(state, timer);
            case Input.Command command -> ignored(state, "command-" + command.inputId());
            case Input.ClientMessage _ -> ignored(state, "no-text");
            case Input.SendOutcome outcome -> ignored(state, outcome.outcome().name());
            case Input.Payment payment ->
                new Decision(
                        state,
                        null,
                        List.of(new LeadEvent.PaymentUnexpected(payment.event(), "nobody asked for it")),
                        List.of(),
                        List.of(),
                        List.of());
        };
    }

    private static Decision hear(ConversationState state, Input input, String id, String text) {
        var messages = new ArrayList<OutgoingMessage>();
        var alarms = new ArrayList<Alarm>();
        var next = state;
        switch (text) {
            case "boom" -> throw new IllegalStateException("said " + text);
            case "quiet" -> {}
            case "tell-artist" -> messages.add(say(id, 0, Role.ARTIST, "artist.alert", "please look"));
            case "stop" -> next = optedOut(state);
            case "remind" ->
                alarms.add(
                        new Alarm("reminder", generation(id), input.occurredAt().plus(Duration.ofHours(1))));
            case "remind-soon" ->
                alarms.add(
                        new Alarm("reminder", generation(id), input.occurredAt().plus(Duration.ofMinutes(1))));
            case "flood" -> messages.add(say(id, 0, Role.CLIENT, "welcome", "x".repeat(2_000_000)));
            default -> messages.add(say(id, 0, Role.CLIENT, "welcome", "you said " + text));
        }
        return new Decision(
                next,
                null,
                List.of(new LeadEvent.NoteStored(text)),
                messages,
                alarms,
                List.of(Reason.of("small.heard")));
    }

    private static Decision fired(ConversationState state, Input.Timer timer) {
        return new Decision(
                state,
                null,
                List.of(new LeadEvent.TimerElapsed(timer.timerId(), true, null)),
                List.of(say(timer.inputId(), 0, Role.CLIENT, "reminder.qualifying.1", "still there?")),
                List.of(),
                List.of());
    }

    private static Decision ignored(ConversationState state, String rule) {
        return new Decision(state, null, List.of(new LeadEvent.InputIgnored(rule)), List.of(), List.of(), List.of());
    }

    private static OutgoingMessage say(String inputId, int ordinal, Role to, String copyKey, String body) {
        return new OutgoingMessage(
                Ids.derived(inputId, "message|" + to, ordinal),
                null,
                to,
                copyKey,
                "en-GB",
                MessageClass.CONVERSATIONAL,
                new OutboundMessage.Text(body),
                null,
                null,
                false);
    }

    /** Digits at the end of the wamid: a later message sets the timer anew. */
    private static long generation(String wamid) {
        return Long.parseLong(wamid.replaceAll("\\D", ""));
    }

    private static ConversationState optedOut(ConversationState state) {
        var json = (ObjectNode) Json.tree(Json.write(state));
        json.put("consent", Consent.OPTED_OUT.name());
        return Json.readAs(Json.write(json), ConversationState.class);
    }
}
