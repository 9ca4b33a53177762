package io.inkstream.schemas.inbound;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/** What a client sent, by kind ({@code reference/whatsapp.md} §5). Text and captions are byte-exact. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(MessageContent.Text.class),
    @JsonSubTypes.Type(MessageContent.Media.class),
    @JsonSubTypes.Type(MessageContent.Tap.class),
    @JsonSubTypes.Type(MessageContent.FlowReply.class),
    @JsonSubTypes.Type(MessageContent.Location.class),
    @JsonSubTypes.Type(MessageContent.ContactCards.class),
    @JsonSubTypes.Type(MessageContent.Reaction.class),
    @JsonSubTypes.Type(MessageContent.Order.class),
    @JsonSubTypes.Type(MessageContent.SystemNotice.class),
    @JsonSubTypes.Type(MessageContent.Edited.class),
    @JsonSubTypes.Type(MessageContent.Revoked.class),
    @JsonSubTypes.Type(MessageContent.Unsupported.class)
})
public sealed interface MessageContent {

    @JsonTypeName("text")
    record Text(String body) implements MessageContent {}

    /** {@code mediaId} lives 7 days; {@code url} 5 minutes, and needs our token. The file name is user input. */
    @JsonTypeName("media")
    record Media(
            MediaType mediaType,
            @Nullable String mediaId,
            @Nullable String mimeType,
            @Nullable String sha256,
            @Nullable String caption,
            @Nullable String filename,
            @Nullable String url)
            implements MessageContent {}

    /** A tapped button or list row; act on {@code replyId}, never on the title. */
    @JsonTypeName("tap")
    record Tap(String replyId, @Nullable String title, TapSource source) implements MessageContent {}

    /** A completed WhatsApp Flow: {@code responseJson} is JSON inside a string and may be broken. */
    @JsonTypeName("flow")
    record FlowReply(@Nullable String responseJson) implements MessageContent {}

    @JsonTypeName("location")
    record Location(
            double latitude,
            double longitude,
            @Nullable String name,
            @Nullable String address) implements MessageContent {}

    /** {@code ownPhone}: digits, only when the client shared their own number on request. */
    @JsonTypeName("contacts")
    record ContactCards(int count, @Nullable String ownPhone) implements MessageContent {}

    /** {@code emoji} absent: the reaction was taken back. */
    @JsonTypeName("reaction")
    record Reaction(@Nullable String messageId, @Nullable String emoji) implements MessageContent {}

    @JsonTypeName("order")
    record Order(int items, @Nullable String text) implements MessageContent {}

    /** A change of the person's identifiers; the new ones are in here, the old ones in {@link Sender}. */
    @JsonTypeName("system")
    record SystemNotice(
            SystemChange change,
            @Nullable String newPhone,
            @Nullable String newBsuid) implements MessageContent {}

    @JsonTypeName("edit")
    record Edited(@Nullable String originalId, @Nullable String newText) implements MessageContent {}

    @JsonTypeName("revoke")
    record Revoked(@Nullable String originalId) implements MessageContent {}

    /** Content that WhatsApp or we cannot read: {@code what} is the type that Meta named. */
    @JsonTypeName("unsupported")
    record Unsupported(String what, @Nullable Integer errorCode) implements MessageContent {}

    /** Kinds of media. */
    enum MediaType {
        IMAGE,
        VIDEO,
        VOICE,
        AUDIO,
        DOCUMENT,
        STICKER
    }

    /** Where a tap came from. */
    enum TapSource {
        BUTTON,
        LIST,
        TEMPLATE
    }

    /** What a system message reports. */
    enum SystemChange {
        NUMBER_CHANGED,
        USER_ID_CHANGED,
        IDENTITY_CHANGED,
        OTHER
    }
}
