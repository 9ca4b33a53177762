package io.inkstream.conversation;

import io.inkstream.conversation.copy.CopyBook;
import io.inkstream.conversation.copy.Rendered;
import io.inkstream.conversation.copy.Templates;
import io.inkstream.schemas.Ids;
import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Reason;
import io.inkstream.schemas.lead.Status;
import io.inkstream.schemas.outbound.OutboundCommand.MessageClass;
import io.inkstream.schemas.outbound.Recipient.Role;
import io.inkstream.schemas.outbound.Template;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One decision in the making: what the rules read, and everything they decide. Lives for one call of
 * {@link Conversation#decide} and is seen by nobody else, so that deciding stays a pure function.
 */
final class Turn {
    private final Input input;
    private final StudioConfig settings;
    private final ConversationState before;
    private final Instant now;

    private Consent consent;
    private Person person;
    private @Nullable Lead lead;
    private List<Lead> others;

    private final List<LeadEvent> events = new ArrayList<>();
    private final List<OutgoingMessage> messages = new ArrayList<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private final List<Reason> why = new ArrayList<>();
    private boolean versionGrows;
    private boolean clientWasTold;

    Turn(ConversationState before, Input input, StudioConfig settings) {
        this.before = before;
        this.input = input;
        this.settings = settings;
        this.now = latest(input.occurredAt(), before.lastTime());
        this.consent = before.consent();
        this.person = before.person();
        this.lead = before.lead();
        this.others = before.others() == null ? List.of() : before.others();
    }

    private static Instant latest(Instant occurredAt, @Nullable Instant lastTime) {
        return lastTime != null && lastTime.isAfter(occurredAt) ? lastTime : occurredAt;
    }

    // --- reading

    Instant now() {
        return now;
    }

    Input input() {
        return input;
    }

    StudioConfig settings() {
        return settings;
    }

    String contactId() {
        return before.contactId();
    }

    boolean isOptedOut() {
        return consent == Consent.OPTED_OUT;
    }

    Person person() {
        return person;
    }

    boolean hasLead() {
        return lead != null;
    }

    Lead lead() {
        if (lead == null) {
            throw new IllegalStateException("no lead is open");
        }
        return lead;
    }

    /** The client's further open enquiries. */
    List<Lead> others() {
        return others;
    }

    /** Makes another of the client's enquiries the one that this turn is about. Only before anything was decided. */
    void turnTo(Lead other) {
        var rest = new ArrayList<>(others);
        rest.remove(other);
        if (lead != null) {
            rest.add(lead);
        }
        others = rest;
        lead = other;
    }

    Consultation consultation() {
        return lead().consultation();
    }

    /** The language we talk to the client in. */
    CopyBook copy() {
        return CopyBook.of(person.locale() == null ? settings.locale() : person.locale());
    }

    CopyBook artistCopy() {
        return CopyBook.of(settings.locale());
    }

    boolean hasSpoken() {
        return clientWasTold;
    }

    // --- deciding

    void happened(LeadEvent event) {
        events.add(event);
    }

    void because(String rule) {
        why.add(Reason.of(rule));
    }

    void because(Reason reason) {
        why.add(reason);
    }

    void ignore(String rule) {
        happened(new LeadEvent.InputIgnored(rule));
        because(rule);
    }

    void person(UnaryOperator<Person> change) {
        person = change.apply(person);
    }

    void lead(UnaryOperator<Lead> change) {
        lead = change.apply(lead());
    }

    void consultation(UnaryOperator<Consultation> change) {
        lead = lead().with(change.apply(consultation()));
    }

    void counts(UnaryOperator<Counts> change) {
        lead = lead().with(change.apply(lead().counts()));
    }

    /** Something a person decides on has changed. */
    void growsVersion() {
        versionGrows = true;
    }

    /** The enquiry so far stays open beside the one that is opened next. */
    void setAside() {
        others = new ArrayList<>(others);
        others.add(lead());
        lead = null;
    }

    void openLead() {
        lead = Lead.opened(Ids.derived(input.inputId(), "lead", 0), now);
        happened(new LeadEvent.LeadOpened(lead.leadId()));
        versionGrows = false;
    }

    void consent(Consent to) {
        consent = to;
        happened(new LeadEvent.ConsentChanged(to));
        growsVersion();
    }

    /** The only writer of a status. Throws for a move that the table forbids: rules ask {@link #mayMoveTo} where in doubt. */
    void moveTo(Status to, @Nullable String reason) {
        var from = lead().status();
        if (!StatusTable.allows(from, to)) {
            throw new IllegalStateException("forbidden move " + from + " -> " + to);
        }
        happened(new LeadEvent.StatusChanged(from, to, reason));
        lead = StatusTimes.stamped(lead().in(to, now), to, now);
        growsVersion();
    }

    boolean mayMoveTo(Status to) {
        return StatusTable.allows(lead().status(), to);
    }

    /** To a status by the way the table knows, through one in between where there is no direct one; true when it got there. */
    boolean reach(Status to, String reason) {
        if (lead().status() != to) {
            StatusTable.way(lead().status(), to).forEach(step -> moveTo(step, reason));
        }
        return lead().status() == to;
    }

    /** Remembers what a message asked or answered, for replies that quote it. */
    void isAbout(String messageId, @Nullable Question question) {
        if (question != null) {
            lead = lead().with(lead().trail().with(messageId, question));
        }
    }

    void note(String text) {
        happened(new LeadEvent.NoteStored(text));
    }

    // --- speaking

    /** The values that every text may use. */
    Map<String, String> values() {
        var values = new HashMap<String, String>();
        values.put("studio", settings.name());
        values.put("artist", settings.artist().name());
        values.put("privacy", settings.privacyUrl());
        values.put("name", clientName(copy()));
        return values;
    }

    String clientName(CopyBook book) {
        return person.name() == null ? book.words("fallback.name") : ClientWords.quoted(person.name());
    }

    Rendered render(String section, Map<String, String> values) {
        var text = copy().render(section, lead == null ? "" : lead.leadId(), values);
        var manner = settings.manner();
        return manner == null ? text : text.spoken(manner.voice());
    }

    /**
     * Says something to the client: at most once per input of theirs.
     *
     * @param copyKey the stable key of the text; its wording may stand under a narrower section
     * @return the message's commandId; null when consent forbids to say anything
     */
    @Nullable
    String say(String copyKey, Rendered text) {
        return say(copyKey, text, MessageClass.CONVERSATIONAL, null, false);
    }

    @Nullable
    String say(
            String copyKey,
            Rendered text,
            MessageClass messageClass,
            @Nullable Instant notAfter,
            boolean despiteOptOut) {
        if (isOptedOut() && !despiteOptOut) {
            because("opted-out.not-said");
            return null;
        }
        if (clientWasTold) {
            throw new IllegalStateException("a second message to the client: " + copyKey);
        }
        clientWasTold = true;
        var template = Templates.toClient(copyKey, copy().locale(), clientName(copy()));
        var commandId = add(Role.CLIENT, copyKey, copy(), text, messageClass, template, notAfter, despiteOptOut);
        Withholding.remember(this, commandId, copyKey, text, template);
        return commandId;
    }

    void tellArtist(String copyKey, Rendered text, String link) {
        var line = text.line() == null ? text.body() : text.line();
        var template = Templates.toArtist(artistCopy().locale(), line, link);
        add(Role.ARTIST, copyKey, artistCopy(), text, MessageClass.NOTICE, template, null, false);
    }

    /** A reply to the artist's own message: the window is open by that, and no template is needed. */
    void answerArtist(String copyKey, Rendered text) {
        add(Role.ARTIST, copyKey, artistCopy(), text, MessageClass.CONVERSATIONAL, null, null, false);
    }

    private String add(
            Role to,
            String copyKey,
            CopyBook book,
            Rendered text,
            MessageClass messageClass,
            @Nullable Template template,
            @Nullable Instant notAfter,
            boolean despiteOptOut) {
        var commandId = Ids.derived(input.inputId(), "message", messages.size());
        messages.add(new OutgoingMessage(
                commandId,
                lead == null ? null : lead.leadId(),
                to,
                copyKey,
                book.locale(),
                messageClass,
                text.message(),
                template,
                notAfter,
                despiteOptOut));
        happened(new LeadEvent.MessageRequested(commandId, to, copyKey, text.body()));
        return commandId;
    }

    // --- the end

    void setAlarm(String timerId, long generation, Instant dueAt) {
        alarms.add(new Alarm(timerId, generation, dueAt));
        happened(new LeadEvent.TimerStarted(timerId, generation, dueAt));
    }

    private List<Lead> openOthers() {
        return others.isEmpty()
                ? others
                : others.stream()
                        .filter(other -> !StatusTable.CLOSED.contains(other.status()))
                        .toList();
    }

    Decision decision() {
        if (lead != null) {
            Stages.wind(this);
            if (versionGrows) {
                lead = lead.withVersion(lead.version() + 1);
            }
        }
        if (events.isEmpty()) {
            ignore("nothing-to-do");
        }
        var after =
                new ConversationState(before.contactId(), before.studio(), consent, now, person, lead, openOthers());
        return new Decision(after, lead == null ? null : lead.leadId(), events, messages, alarms, why);
    }
}
