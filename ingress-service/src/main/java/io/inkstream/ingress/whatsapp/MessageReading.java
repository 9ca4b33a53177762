package io.inkstream.ingress.whatsapp;

import static io.inkstream.schemas.inbound.Unroutable.Reason.MALFORMED_MESSAGE;
import static io.inkstream.schemas.inbound.Unroutable.Reason.NO_MESSAGE_ID;
import static io.inkstream.schemas.inbound.Unroutable.Reason.NO_SENDER;

import io.inkstream.ingress.identity.Identity;
import io.inkstream.ingress.identity.IdentityTable;
import io.inkstream.schemas.inbound.InboundMessage;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.inbound.MessageContext;
import io.inkstream.schemas.inbound.Referral;
import io.inkstream.schemas.inbound.Sender;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns one element of {@code messages[]} into the record of its conversation. */
final class MessageReading {
    private final IdentityTable identities;

    MessageReading(IdentityTable identities) {
        this.identities = identities;
    }

    InboundMessage read(JsonNode message, String raw, Destination to, Instant now) throws Malformed {
        if (!message.isObject()) {
            throw new Malformed(MALFORMED_MESSAGE, "a message is not an object");
        }
        var id = Fields.text(message, "id");
        if (id == null) {
            throw new Malformed(NO_MESSAGE_ID, "without an id a repeat could not be told");
        }
        var content = ContentReading.read(message);
        var sender = SenderReading.read(message, content, to.contacts());
        var identity = identify(sender, content, to);
        return new InboundMessage(
                id,
                now,
                to.studio().slug(),
                to.phoneNumberId(),
                identity.conversationKey(),
                conflicting(sender, identity.conflictingKey()),
                Fields.timestamp(message, now),
                content,
                context(message),
                referral(message),
                Fields.text(message, "group_id"),
                raw);
    }

    private Identity identify(Sender sender, MessageContent content, Destination to) throws Malformed {
        var identifiers = SenderReading.identifiers(sender, content);
        if (!identifiers.anyone()) {
            throw new Malformed(NO_SENDER, "neither phone number nor user id");
        }
        var studio = to.studio();
        return studio.isArtist(sender.phone()) || studio.isArtist(sender.waId())
                ? identities.resolveArtist(studio.slug(), studio.artistNumber(), identifiers)
                : identities.resolve(studio.slug(), identifiers);
    }

    private static Sender conflicting(Sender sender, @Nullable String conflictingKey) {
        return conflictingKey == null
                ? sender
                : new Sender(
                        sender.phone(),
                        sender.waId(),
                        sender.bsuid(),
                        sender.previousBsuid(),
                        sender.profileName(),
                        sender.username(),
                        conflictingKey);
    }

    private static @Nullable MessageContext context(JsonNode message) {
        var context = Fields.object(message, "context");
        if (context == null) {
            return null;
        }
        return new MessageContext(
                Fields.text(context, "id"),
                isTrue(context, "forwarded") || isTrue(context, "frequently_forwarded"),
                Fields.text(Fields.object(context, "referred_product"), "product_retailer_id"));
    }

    private static @Nullable Referral referral(JsonNode message) {
        var referral = Fields.object(message, "referral");
        return referral == null
                ? null
                : new Referral(
                        Fields.text(referral, "source_id"),
                        Fields.text(referral, "source_type"),
                        Fields.text(referral, "ctwa_clid"));
    }

    private static boolean isTrue(JsonNode node, String name) {
        var value = node.get(name);
        return value != null && value.isBoolean() && value.booleanValue();
    }
}
