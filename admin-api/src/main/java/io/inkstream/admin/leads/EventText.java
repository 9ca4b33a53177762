package io.inkstream.admin.leads;

import io.inkstream.admin.leads.TimelineEntry.Kind;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Reason;
import io.inkstream.schemas.outbound.Recipient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened, in words. A new kind of event stops the build here until it can be told. */
final class EventText {
    private EventText() {}

    static Kind kind(LeadEvent event) {
        return switch (event) {
            case LeadEvent.StatusChanged _, LeadEvent.LeadOpened _ -> Kind.STATUS;
            case LeadEvent.QuestionAsked _ -> Kind.QUESTION;
            case LeadEvent.AnswerRecorded _, LeadEvent.AnswerNotUnderstood _, LeadEvent.ValueSuggested _ -> Kind.ANSWER;
            case LeadEvent.NoteStored _, LeadEvent.MediaKept _ -> Kind.NOTE;
            case LeadEvent.EstimateMade _ -> Kind.ESTIMATE;
            case LeadEvent.ConsentChanged _ -> Kind.CONSENT;
            case LeadEvent.HandedOver _, LeadEvent.HandedBack _, LeadEvent.ArtistHeld _ -> Kind.HANDOVER;
            case LeadEvent.Approved _, LeadEvent.CommandAccepted _, LeadEvent.CommandRejected _ -> Kind.COMMAND;
            case LeadEvent.MessageRequested _ -> Kind.MESSAGE_OUT;
            case LeadEvent.MessageConcluded _ -> Kind.DELIVERY;
            case LeadEvent.TimerStarted _, LeadEvent.TimerElapsed _ -> Kind.TIMER;
            case LeadEvent.PaymentRecorded _, LeadEvent.PaymentUnexpected _ -> Kind.PAYMENT;
            case LeadEvent.IdentityLearned _,
                    LeadEvent.IdentityConflict _,
                    LeadEvent.DuplicateIgnored _,
                    LeadEvent.InputIgnored _,
                    LeadEvent.InputRejected _ -> Kind.SYSTEM;
        };
    }

    /** The text; reasons that concern the event are part of an answer's line. */
    static String of(LeadEvent event, List<Reason> reasons) {
        return switch (event) {
            case LeadEvent.LeadOpened _ -> "new lead";
            case LeadEvent.StatusChanged changed ->
                "status " + changed.from() + " to " + changed.to() + because(changed.reason());
            case LeadEvent.QuestionAsked asked -> "asked for " + asked.key();
            case LeadEvent.AnswerRecorded answered -> answer(answered, reasons);
            case LeadEvent.AnswerNotUnderstood failed ->
                failed.key() + ": not understood, attempt " + failed.attempt() + ", " + failed.reason()
                        + (failed.said() == null ? "" : ", from '" + failed.said() + "'");
            case LeadEvent.ValueSuggested suggested ->
                suggested.key() + ": '" + suggested.value() + "' kept for when its question comes";
            case LeadEvent.NoteStored note -> "note for the artist: '" + note.text() + "'";
            case LeadEvent.MediaKept media ->
                "kept as a reference: " + media.mediaType()
                        + (media.caption() == null ? "" : ", '" + media.caption() + "'");
            case LeadEvent.EstimateMade made ->
                "estimate: " + made.estimate().category() + ", deposit "
                        + AnswerText.money(
                                made.estimate().depositMinor(), made.estimate().currency())
                        + (made.estimate().belowMinimum() ? ", budget below the minimum" : "");
            case LeadEvent.ConsentChanged changed -> "consent is now " + changed.to();
            case LeadEvent.HandedOver handed ->
                (handed.hard() ? "handed over to the artist: " : "artist told: ") + handed.reason();
            case LeadEvent.HandedBack back ->
                "handed back to the assistant in " + back.to()
                        + (back.question() == null ? "" : ", at question " + back.question());
            case LeadEvent.ArtistHeld held -> "the artist holds the conversation until " + held.until();
            case LeadEvent.Approved approved ->
                "approved, price " + approved.priceFromMinor() + " to " + approved.priceToMinor() + ", deposit "
                        + approved.depositMinor();
            case LeadEvent.MessageRequested message -> recipient(message.to()) + ": '" + message.text() + "'";
            case LeadEvent.MessageConcluded concluded -> "message " + concluded.outcome() + because(concluded.reason());
            case LeadEvent.TimerStarted started -> "timer " + started.timerId() + " set for " + started.dueAt();
            case LeadEvent.TimerElapsed elapsed ->
                "timer " + elapsed.timerId() + (elapsed.acted() ? " acted" : " had nothing left to do")
                        + because(elapsed.why());
            case LeadEvent.PaymentRecorded payment ->
                "payment recorded: " + payment.paymentEvent()
                        + (payment.amountMinor() == null
                                ? ""
                                : ", " + AnswerText.money(payment.amountMinor(), payment.currency()));
            case LeadEvent.PaymentUnexpected payment ->
                "unexpected payment: " + payment.paymentEvent() + ", " + payment.why();
            case LeadEvent.CommandAccepted accepted -> accepted.action() + " accepted, asked by " + accepted.actor();
            case LeadEvent.CommandRejected rejected ->
                rejected.action() + " rejected: " + rejected.reason() + ", " + rejected.detail();
            case LeadEvent.IdentityLearned learned -> "can now be found by " + String.join(", ", learned.kinds());
            case LeadEvent.IdentityConflict _ -> "identifiers point to two people: merging is a person's decision";
            case LeadEvent.DuplicateIgnored _ -> "the same message again: ignored";
            case LeadEvent.InputIgnored ignored -> "nothing to do, rule " + ignored.rule();
            case LeadEvent.InputRejected rejected -> "could not be decided, see the dead letters: " + rejected.error();
        };
    }

    /** The question that an event is about. */
    static @Nullable String field(LeadEvent event) {
        if (event instanceof LeadEvent.AnswerRecorded answered) {
            return answered.key();
        }
        if (event instanceof LeadEvent.AnswerNotUnderstood failed) {
            return failed.key();
        }
        if (event instanceof LeadEvent.HandedOver) {
            return "handover";
        }
        return event instanceof LeadEvent.ValueSuggested suggested ? suggested.key() : null;
    }

    static @Nullable String commandId(LeadEvent event) {
        if (event instanceof LeadEvent.MessageRequested message) {
            return message.commandId();
        }
        if (event instanceof LeadEvent.MessageConcluded concluded) {
            return concluded.commandId();
        }
        if (event instanceof LeadEvent.CommandAccepted accepted) {
            return accepted.commandId();
        }
        return event instanceof LeadEvent.CommandRejected rejected ? rejected.commandId() : null;
    }

    static @Nullable String copyKey(LeadEvent event) {
        return event instanceof LeadEvent.MessageRequested message ? message.copyKey() : null;
    }

    private static String answer(LeadEvent.AnswerRecorded answered, List<Reason> reasons) {
        var line = answered.key() + ": " + AnswerText.of(answered.answer());
        if (!reasons.isEmpty()) {
            var reason = reasons.getFirst();
            line += (reason.span() == null ? "" : ", from '" + reason.span() + "'") + ", rule " + reason.rule();
        }
        return answered.edited() ? line + " (changed)" : line;
    }

    private static String recipient(Recipient.Role role) {
        return switch (role) {
            case CLIENT -> "to the client";
            case ARTIST -> "to the artist";
        };
    }

    private static String because(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "" : ": " + reason;
    }
}
