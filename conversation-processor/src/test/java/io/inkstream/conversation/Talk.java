package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.inbound.MessageContent.MediaType;
import io.inkstream.schemas.inbound.MessageContent.TapSource;
import io.inkstream.schemas.inbound.MessageContext;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.Estimate;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.LeadSnapshot;
import io.inkstream.schemas.lead.Status;
import io.inkstream.schemas.outbound.OutboundMessage;
import io.inkstream.schemas.outbound.Recipient.Role;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One conversation, played. The client {@code says}, then the test says what {@code replies} came; time passes only by
 * {@link #after}, which also fires the alarms that come due.
 */
final class Talk {
    private final StudioConfig settings;
    private ConversationState state = ConversationState.initial("contact-1", "studio");
    private Instant now = Studios.T0;
    private int inputs;
    private final Map<String, String> wamids = new HashMap<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private final List<OutgoingMessage> unseenByClient = new ArrayList<>();
    private final List<OutgoingMessage> unseenByArtist = new ArrayList<>();
    private Decision last = Conversation.decide(
            state,
            message(new MessageContent.Text("x"), null, true),
            Studios.studio().build());

    private Talk(StudioConfig settings) {
        this.settings = settings;
    }

    static Talk with(Studios studio) {
        return new Talk(studio.build());
    }

    static Talk begin() {
        return with(Studios.studio());
    }

    /** The same conversation, of another person. */
    Talk as(String contactId) {
        state = ConversationState.initial(contactId, "studio");
        return this;
    }

    /** Every question of the plain consultation answered, up to but not including the named one. */
    static Talk upTo(Question question) {
        var talk = begin();
        talk.says("hi");
        for (var asked : Question.values()) {
            if (asked == question) {
                break;
            }
            var answer = plainAnswer(asked);
            if (answer != null) {
                talk.says(answer);
            }
        }
        return talk.quietly();
    }

    /** The plain consultation, finished: the artist must decide. */
    static Talk submitted() {
        return upTo(Question.TIMING).says("flexible").quietly().hasStatus(Status.PENDING_APPROVAL);
    }

    /** A finished consultation, put into any status, whether or not a rule leads there yet. */
    static Talk in(Status status) {
        var talk = submitted();
        var lead = Objects.requireNonNull(talk.state.lead()).in(status, talk.now);
        var consent = status == Status.OPTOUT ? Consent.OPTED_OUT : Consent.GRANTED;
        talk.state = new ConversationState(
                talk.state.contactId(),
                talk.state.studio(),
                consent,
                talk.state.lastTime(),
                talk.state.person(),
                lead,
                null);
        return talk;
    }

    private static @Nullable String plainAnswer(Question question) {
        return switch (question) {
            case IDEA -> "A fine line dragon curling round my arm";
            case PLACEMENT -> "left forearm";
            case DIMENSIONS -> "10x15cm";
            case STYLE -> "fine line";
            case COMPLEXITY -> "2";
            case COVERUP, REFERENCE_IMAGES -> "no";
            case BUDGET -> "£500";
            case LOCATION_CITY -> "London";
            case INSTAGRAM_HANDLE -> "@jane_1990";
            case TIMING -> "flexible";
            case LOCATION_COUNTRY, TRAVEL_CITY -> null;
        };
    }

    // --- what happens

    Talk says(String text) {
        return decide(message(new MessageContent.Text(text), null, false));
    }

    /** A message that WhatsApp dates this much earlier. */
    Talk saidEarlier(Duration ago, String text) {
        return decide(message(new MessageContent.Text(text), now.minus(ago), false));
    }

    /** A reply that quotes the newest message to the client under this copy key, or the client's own message of these words. */
    Talk saysQuoting(String copyKeyOrWords, String text) {
        var context =
                new MessageContext(Objects.requireNonNull(wamids.get(copyKeyOrWords), copyKeyOrWords), false, null);
        return decide(new Input.ClientMessage(
                inputId(), now, now, new MessageContent.Text(text), context, null, "Jane", false, false));
    }

    Talk taps(String id) {
        return decide(message(new MessageContent.Tap(id, "whatever the title says", TapSource.BUTTON), null, false));
    }

    Talk sends(MessageContent content) {
        return decide(message(content, null, false));
    }

    Talk sendsPicture(@Nullable String caption) {
        return sends(
                new MessageContent.Media(MediaType.IMAGE, "9000" + inputs, "image/jpeg", "x", caption, null, null));
    }

    Talk writesInAGroup(String text) {
        return decide(message(new MessageContent.Text(text), null, true));
    }

    Talk command(LeadAction action) {
        return command(action, lead().leadId(), lead().version());
    }

    Talk command(LeadAction action, String leadId, @Nullable Long expectedVersion) {
        return decide(new Input.Command(inputId(), now, leadId, expectedVersion, "robin", "dashboard", action));
    }

    Talk paid(String event, long amountMinor) {
        return decide(new Input.Payment(
                inputId(), now, event, lead().leadId(), "cs_1", "pi_1", "paid", amountMinor, "gbp", false));
    }

    /** What became of the last message to the client. */
    Talk lastMessageWas(String commandId, Outcome outcome, @Nullable String wamid) {
        return decide(new Input.SendOutcome(commandId + ":outcome", now, commandId, outcome, wamid, null));
    }

    /** Time passes, and every alarm that comes due rings at its time. */
    Talk after(Duration duration) {
        var end = now.plus(duration);
        for (var due = nextDue(end); due != null; due = nextDue(end)) {
            alarms.remove(due);
            now = due.dueAt().isAfter(now) ? due.dueAt() : now;
            decide(new Input.Timer(
                    due.timerId() + ":" + due.generation(), now, due.timerId(), due.generation(), due.dueAt()));
        }
        now = end;
        return this;
    }

    /** Time passes while nothing runs: alarms ring only at the end. */
    Talk afterOutage(Duration duration) {
        now = now.plus(duration);
        return after(Duration.ZERO);
    }

    Talk fires(Alarm alarm) {
        return decide(new Input.Timer(
                alarm.timerId() + ":" + alarm.generation(), now, alarm.timerId(), alarm.generation(), alarm.dueAt()));
    }

    private @Nullable Alarm nextDue(Instant end) {
        return alarms.stream()
                .filter(alarm -> !alarm.dueAt().isAfter(end))
                .min(java.util.Comparator.comparing(Alarm::dueAt))
                .orElse(null);
    }

    private Input.ClientMessage message(MessageContent content, @Nullable Instant sentAt, boolean group) {
        return new Input.ClientMessage(
                inputId(), now, sentAt == null ? now : sentAt, content, null, null, "Jane", group, false);
    }

    private String inputId() {
        return "wamid." + ++inputs;
    }

    Talk decide(Input input) {
        last = Conversation.decide(state, input, settings);
        state = last.state();
        alarms.addAll(last.timers());
        if (input instanceof Input.ClientMessage said && said.content() instanceof MessageContent.Text(var body)) {
            wamids.put(body, said.inputId());
        }
        for (var message : last.messages()) {
            (message.to() == Role.CLIENT ? unseenByClient : unseenByArtist).add(message);
        }
        if (input instanceof Input.ClientMessage) {
            last.messages().stream()
                    .filter(message -> message.to() == Role.CLIENT)
                    .forEach(this::isSent);
        }
        now = now.plusSeconds(2); // people need time to type; WhatsApp's seconds tell lines apart
        return this;
    }

    /** WhatsApp takes a message, and tells its id for it. */
    private void isSent(OutgoingMessage message) {
        var wamid = "wamid.of." + message.commandId();
        wamids.put(message.copyKey(), wamid);
        var id = message.commandId();
        state = Conversation.decide(
                        state, new Input.SendOutcome(id + ":outcome", now, id, Outcome.SENT, wamid, null), settings)
                .state();
    }

    // --- what came of it

    Talk replies(String... copyKeys) {
        assertThat(unseenByClient).extracting(OutgoingMessage::copyKey).containsExactly(copyKeys);
        unseenByClient.clear();
        return this;
    }

    /** As {@link #replies}, for replies to several messages. */
    Talk hasReplied(String... copyKeys) {
        return replies(copyKeys);
    }

    Talk repliesSaying(String copyKey, String... parts) {
        assertThat(unseenByClient).extracting(OutgoingMessage::copyKey).containsExactly(copyKey);
        assertThat(unseenByClient.getFirst().message().body()).contains(parts);
        unseenByClient.clear();
        return this;
    }

    Talk silent() {
        return replies();
    }

    Talk tellsArtist(String... copyKeys) {
        assertThat(unseenByArtist).extracting(OutgoingMessage::copyKey).containsExactly(copyKeys);
        unseenByArtist.clear();
        return this;
    }

    Talk tellsArtistSaying(String copyKey, String... parts) {
        assertThat(unseenByArtist).extracting(OutgoingMessage::copyKey).containsExactly(copyKey);
        assertThat(unseenByArtist.getFirst().message().body()).contains(parts);
        unseenByArtist.clear();
        return this;
    }

    /** Forgets what was said so far. */
    Talk quietly() {
        unseenByClient.clear();
        unseenByArtist.clear();
        return this;
    }

    Talk hasStatus(Status status) {
        assertThat(lead().status()).isEqualTo(status);
        return this;
    }

    Talk asks(@Nullable String question) {
        assertThat(lead().currentQuestion()).isEqualTo(question);
        return this;
    }

    Talk hasLead(Consumer<LeadSnapshot> check) {
        check.accept(lead());
        return this;
    }

    Talk hasAnswer(String key, Consumer<Answer> check) {
        check.accept(Objects.requireNonNull(lead().answers().get(key), "no answer to " + key));
        return this;
    }

    Talk hasEstimate(Consumer<Estimate> check) {
        check.accept(Objects.requireNonNull(lead().estimate(), "no estimate"));
        return this;
    }

    Talk happened(Class<? extends LeadEvent> event) {
        assertThat(last.events()).hasAtLeastOneElementOfType(event);
        return this;
    }

    Talk rejected(LeadEvent.Rejection reason) {
        assertThat(last.events())
                .hasSize(1)
                .first()
                .isInstanceOfSatisfying(
                        LeadEvent.CommandRejected.class,
                        event -> assertThat(event.reason()).isEqualTo(reason));
        return this;
    }

    /** No notice to the artist, nor its template, says this. */
    Talk hasNoticeWithout(String words) {
        assertThat(unseenByArtist)
                .isNotEmpty()
                .noneMatch(notice -> notice.toString().contains(words));
        return this;
    }

    Talk ignored(String rule) {
        assertThat(last.events()).contains(new LeadEvent.InputIgnored(rule));
        return silent();
    }

    LeadSnapshot lead() {
        return Objects.requireNonNull(state.snapshot(), "no lead yet");
    }

    ConversationState state() {
        return state;
    }

    Decision lastDecision() {
        return last;
    }

    List<Alarm> alarms() {
        return List.copyOf(alarms);
    }

    OutgoingMessage toClient() {
        return last.messages().stream()
                .filter(m -> m.to() == Role.CLIENT)
                .findFirst()
                .orElseThrow();
    }

    OutboundMessage toArtist() {
        return last.messages().stream()
                .filter(m -> m.to() == Role.ARTIST)
                .findFirst()
                .orElseThrow()
                .message();
    }

    Instant now() {
        return now;
    }
}
