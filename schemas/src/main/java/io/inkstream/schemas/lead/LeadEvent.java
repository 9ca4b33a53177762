package io.inkstream.schemas.lead;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.inkstream.schemas.identity.Contact;
import io.inkstream.schemas.outbound.Recipient;
import io.inkstream.schemas.outbound.SendReceipt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a lead, in the order it happened. Past tense; facts only; no phone number or BSUID. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(LeadEvent.LeadOpened.class),
    @JsonSubTypes.Type(LeadEvent.StatusChanged.class),
    @JsonSubTypes.Type(LeadEvent.QuestionAsked.class),
    @JsonSubTypes.Type(LeadEvent.AnswerRecorded.class),
    @JsonSubTypes.Type(LeadEvent.AnswerNotUnderstood.class),
    @JsonSubTypes.Type(LeadEvent.ValueSuggested.class),
    @JsonSubTypes.Type(LeadEvent.NoteStored.class),
    @JsonSubTypes.Type(LeadEvent.MediaKept.class),
    @JsonSubTypes.Type(LeadEvent.EstimateMade.class),
    @JsonSubTypes.Type(LeadEvent.ConsentChanged.class),
    @JsonSubTypes.Type(LeadEvent.HandedOver.class),
    @JsonSubTypes.Type(LeadEvent.HandedBack.class),
    @JsonSubTypes.Type(LeadEvent.ArtistHeld.class),
    @JsonSubTypes.Type(LeadEvent.Approved.class),
    @JsonSubTypes.Type(LeadEvent.MessageRequested.class),
    @JsonSubTypes.Type(LeadEvent.MessageConcluded.class),
    @JsonSubTypes.Type(LeadEvent.TimerStarted.class),
    @JsonSubTypes.Type(LeadEvent.TimerElapsed.class),
    @JsonSubTypes.Type(LeadEvent.PaymentRecorded.class),
    @JsonSubTypes.Type(LeadEvent.PaymentUnexpected.class),
    @JsonSubTypes.Type(LeadEvent.CommandAccepted.class),
    @JsonSubTypes.Type(LeadEvent.CommandRejected.class),
    @JsonSubTypes.Type(LeadEvent.IdentityLearned.class),
    @JsonSubTypes.Type(LeadEvent.IdentityConflict.class),
    @JsonSubTypes.Type(LeadEvent.DuplicateIgnored.class),
    @JsonSubTypes.Type(LeadEvent.InputIgnored.class),
    @JsonSubTypes.Type(LeadEvent.InputRejected.class)
})
public sealed interface LeadEvent {

    @JsonTypeName("LeadOpened")
    record LeadOpened(String leadId) implements LeadEvent {}

    @JsonTypeName("StatusChanged")
    record StatusChanged(Status from, Status to, @Nullable String reason) implements LeadEvent {}

    @JsonTypeName("QuestionAsked")
    record QuestionAsked(String key) implements LeadEvent {}

    @JsonTypeName("AnswerRecorded")
    record AnswerRecorded(String key, Answer answer, boolean edited) implements LeadEvent {}

    @JsonTypeName("AnswerNotUnderstood")
    record AnswerNotUnderstood(
            String key,
            int attempt,
            String reason,
            @Nullable String said) implements LeadEvent {}

    /** A value for a later question was mentioned; it is offered when that question comes. */
    @JsonTypeName("ValueSuggested")
    record ValueSuggested(String key, String value) implements LeadEvent {}

    /** Text that answers nothing, kept for the artist. */
    @JsonTypeName("NoteStored")
    record NoteStored(String text) implements LeadEvent {}

    @JsonTypeName("MediaKept")
    record MediaKept(
            String mediaType,
            @Nullable String mediaId,
            @Nullable String caption) implements LeadEvent {}

    @JsonTypeName("EstimateMade")
    record EstimateMade(Estimate estimate) implements LeadEvent {}

    @JsonTypeName("ConsentChanged")
    record ConsentChanged(Contact.Consent to) implements LeadEvent {}

    /** {@code hard}: the bot is silent until a person, or CONTINUE, gives the conversation back. */
    @JsonTypeName("HandedOver")
    record HandedOver(String reason, boolean hard) implements LeadEvent {}

    @JsonTypeName("HandedBack")
    record HandedBack(Status to, @Nullable String question) implements LeadEvent {}

    @JsonTypeName("ArtistHeld")
    record ArtistHeld(Instant until) implements LeadEvent {}

    @JsonTypeName("Approved")
    record Approved(long priceFromMinor, long priceToMinor, long depositMinor) implements LeadEvent {}

    /** A message is to be sent; {@code text} is what the recipient will read. */
    @JsonTypeName("MessageRequested")
    record MessageRequested(String commandId, Recipient.Role to, String copyKey, String text) implements LeadEvent {}

    @JsonTypeName("MessageConcluded")
    record MessageConcluded(
            String commandId,
            SendReceipt.Outcome outcome,
            @Nullable String reason) implements LeadEvent {}

    @JsonTypeName("TimerStarted")
    record TimerStarted(String timerId, long generation, Instant dueAt) implements LeadEvent {}

    /** A timer came due: {@code acted} is false when its reason was gone or it was too late. */
    @JsonTypeName("TimerElapsed")
    record TimerElapsed(
            String timerId, boolean acted, @Nullable String why) implements LeadEvent {}

    @JsonTypeName("PaymentRecorded")
    record PaymentRecorded(
            String paymentEvent,
            @Nullable String objectId,
            @Nullable Long amountMinor,
            @Nullable String currency) implements LeadEvent {}

    /** Money that fits nothing we asked for: recorded, shown, never refunded by itself. */
    @JsonTypeName("PaymentUnexpected")
    record PaymentUnexpected(String paymentEvent, String why) implements LeadEvent {}

    @JsonTypeName("CommandAccepted")
    record CommandAccepted(String commandId, String action, String actor, String door) implements LeadEvent {}

    @JsonTypeName("CommandRejected")
    record CommandRejected(String commandId, String action, String actor, Rejection reason, String detail)
            implements LeadEvent {}

    /** The person can now be found by more identifiers; which ones stands in {@code contacts.v1} alone. */
    @JsonTypeName("IdentityLearned")
    record IdentityLearned(List<String> kinds) implements LeadEvent {}

    @JsonTypeName("IdentityConflict")
    record IdentityConflict(String otherContactId) implements LeadEvent {}

    @JsonTypeName("DuplicateIgnored")
    record DuplicateIgnored(InputRef first) implements LeadEvent {}

    /** A documented rule says that nothing happens; {@code rule} names it. */
    @JsonTypeName("InputIgnored")
    record InputIgnored(String rule) implements LeadEvent {}

    /** Deciding failed; the input is on the dead-letter topic. {@code error} quotes no content. */
    @JsonTypeName("InputRejected")
    record InputRejected(String error) implements LeadEvent {}

    /** Why a command was not applied. */
    enum Rejection {
        STALE_VERSION,
        FORBIDDEN_STATUS,
        OPTED_OUT,
        UNKNOWN_LEAD,
        INVALID
    }
}
