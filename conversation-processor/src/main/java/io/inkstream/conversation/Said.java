package io.inkstream.conversation;

import io.inkstream.conversation.understanding.PinText;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.inbound.MessageContent.MediaType;
import io.inkstream.schemas.inbound.MessageContent.TapSource;
import org.jspecify.annotations.Nullable;

/** What a message amounts to for the conversation, whatever shape it came in. */
sealed interface Said {
    Utterance NOTHING = Utterance.of("");

    /** The words in it, empty when there are none. */
    Utterance words();

    record Words(Utterance words) implements Said {}

    /** A tapped button or row; {@code words} is its title, which only matters for opting out. */
    record Tapped(String id, Utterance words) implements Said {}

    record Picture(MessageContent.Media media, Utterance words) implements Said {}

    /** A place on the map; where it is answers the question about the city. */
    record Pin(Utterance words) implements Said {}

    /** Something we cannot read: a voice note, a sticker, a contact card, a poll, an order. */
    record Unreadable(String what) implements Said {
        @Override
        public Utterance words() {
            return NOTHING;
        }
    }

    record Reacted(@Nullable String wamid, @Nullable String emoji) implements Said {
        @Override
        public Utterance words() {
            return NOTHING;
        }
    }

    /** Never answered; {@code rule} says why. Its words can still opt out. */
    record Silent(String rule, Utterance words) implements Said {}

    static Said in(MessageContent content) {
        return switch (content) {
            case MessageContent.Text(var body) -> new Words(Utterance.of(body));
            case MessageContent.Media media -> ofMedia(media);
            case MessageContent.Tap(var id, var title, var source) -> ofTap(id, title, source);
            case MessageContent.Location pin ->
                new Pin(Utterance.of(PinText.of(pin.latitude(), pin.longitude(), pin.name(), pin.address())));
            case MessageContent.Reaction(var wamid, var emoji) -> new Reacted(wamid, emoji);
            case MessageContent.FlowReply _ -> new Unreadable("flow");
            case MessageContent.ContactCards cards ->
                cards.ownPhone() == null ? new Unreadable("contacts") : new Silent("own-number-shared", NOTHING);
            case MessageContent.Order _ -> new Unreadable("order");
            case MessageContent.SystemNotice _ -> new Silent("system-notice", NOTHING);
            case MessageContent.Edited edited ->
                new Silent("edited-message", Utterance.of(edited.newText() == null ? "" : edited.newText()));
            case MessageContent.Revoked _ -> new Silent("revoked-message", NOTHING);
            case MessageContent.Unsupported unsupported -> new Unreadable(unsupported.what());
        };
    }

    private static Said ofMedia(MessageContent.Media media) {
        var words = Utterance.of(media.caption() == null ? "" : media.caption());
        return switch (media.mediaType()) {
            case IMAGE, VIDEO, DOCUMENT -> new Picture(media, words);
            case VOICE, AUDIO -> new Unreadable(media.mediaType() == MediaType.VOICE ? "voice" : "audio");
            case STICKER -> new Unreadable("sticker");
        };
    }

    /** A template's quick reply carries no id of ours: its title is what the client says. */
    private static Said ofTap(String id, @Nullable String title, TapSource source) {
        var words = Utterance.of(title == null ? "" : title);
        return source == TapSource.TEMPLATE ? new Words(words) : new Tapped(id, words);
    }
}
