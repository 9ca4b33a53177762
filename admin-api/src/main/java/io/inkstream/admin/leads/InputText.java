package io.inkstream.admin.leads;

import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.LeadAction;
import org.jspecify.annotations.Nullable;

/** What came in, in words. */
final class InputText {
    private InputText() {}

    static TimelineEntry.Kind kind(Input input) {
        return switch (input) {
            case Input.ClientMessage _, Input.ArtistMessage _ -> TimelineEntry.Kind.MESSAGE_IN;
            case Input.Command _ -> TimelineEntry.Kind.COMMAND;
            case Input.Timer _ -> TimelineEntry.Kind.TIMER;
            case Input.SendOutcome _ -> TimelineEntry.Kind.DELIVERY;
            case Input.Payment _ -> TimelineEntry.Kind.PAYMENT;
        };
    }

    static String of(Input input) {
        return switch (input) {
            case Input.ClientMessage message ->
                (message.group() ? "client, in a group: " : "client: ") + content(message.content());
            case Input.ArtistMessage message -> "artist: " + content(message.content());
            case Input.Command command ->
                command.actor() + " asked to " + action(command.action()) + " (" + command.door() + ")";
            case Input.Timer timer -> "timer " + timer.timerId() + " came due";
            case Input.SendOutcome outcome -> "message " + outcome.outcome() + because(outcome.reason());
            case Input.Payment payment ->
                "payment event " + payment.event()
                        + (payment.amountMinor() == null
                                ? ""
                                : ", " + AnswerText.money(payment.amountMinor(), payment.currency()));
        };
    }

    static String content(MessageContent content) {
        return switch (content) {
            case MessageContent.Text text -> quoted(text.body());
            case MessageContent.Media media ->
                "sent " + media.mediaType().name().toLowerCase(java.util.Locale.ROOT)
                        + (media.caption() == null ? "" : " with the words " + quoted(media.caption()));
            case MessageContent.Tap tap -> "tapped " + quoted(tap.title() == null ? tap.replyId() : tap.title());
            case MessageContent.FlowReply _ -> "completed a form";
            case MessageContent.Location location ->
                "sent a place" + (location.name() == null ? "" : ": " + location.name());
            case MessageContent.ContactCards cards -> "sent " + cards.count() + " contact card(s)";
            case MessageContent.Reaction reaction ->
                reaction.emoji() == null ? "took a reaction back" : "reacted with " + reaction.emoji();
            case MessageContent.Order order -> "ordered " + order.items() + " item(s) from the catalogue";
            case MessageContent.SystemNotice notice -> "WhatsApp says: " + notice.change();
            case MessageContent.Edited edited ->
                "edited a message" + (edited.newText() == null ? "" : " to " + quoted(edited.newText()));
            case MessageContent.Revoked _ -> "deleted a message";
            case MessageContent.Unsupported unsupported -> "sent something that cannot be read: " + unsupported.what();
        };
    }

    private static String action(LeadAction action) {
        return switch (action) {
            case LeadAction.Approve approve ->
                "approve"
                        + (approve.priceFromMinor() == null ? "" : " from " + approve.priceFromMinor())
                        + (approve.priceToMinor() == null ? "" : " to " + approve.priceToMinor())
                        + (approve.depositMinor() == null ? "" : " with deposit " + approve.depositMinor());
            case LeadAction.Reject reject -> "reject" + because(reject.reason());
            case LeadAction.Ask ask -> "tell the client " + quoted(ask.text());
            case LeadAction.HandBack back ->
                "hand back" + (back.question() == null ? "" : " at question " + back.question());
            case LeadAction.Close close -> "close" + because(close.reason());
        };
    }

    private static String because(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "" : ": " + reason;
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
