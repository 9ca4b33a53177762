package io.inkstream.ingress.whatsapp;

import static io.inkstream.schemas.inbound.MessageContent.SystemChange.NUMBER_CHANGED;
import static io.inkstream.schemas.inbound.MessageContent.SystemChange.USER_ID_CHANGED;

import io.inkstream.ingress.identity.Identifiers;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.inbound.Sender;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who wrote: the message's own identifiers, completed from the {@code contacts} beside it. Contacts come in any order
 * and may be missing; they are joined by BSUID, then by phone number, then because there is only one.
 */
final class SenderReading {
    private SenderReading() {}

    /** Who sent a message; none of the identifiers is present when nobody can be named. Conflicts are not known here. */
    static Sender read(JsonNode message, MessageContent content, @Nullable JsonNode contacts) {
        var from = Fields.digits(Fields.text(message, "from"));
        var userId = Fields.text(message, "from_user_id");
        var contact = contactOf(contacts, from, userId);
        var profile = Fields.object(contact, "profile");
        var waId = Fields.digits(Fields.text(contact, "wa_id"));
        var name = Fields.text(profile, "name");
        var username = Fields.text(profile, "username");
        if (content instanceof MessageContent.SystemNotice notice && changesIdentity(notice)) {
            var previous = Fields.text(Fields.object(message, "system"), "previous_user_id");
            return new Sender(from, null, oldBsuid(userId, previous, notice), previous, name, username, null);
        }
        return new Sender(
                from == null ? waId : from,
                waId,
                userId == null ? Fields.text(contact, "user_id") : userId,
                null,
                name,
                username,
                null);
    }

    /** Everything that may lead to the sender's conversation. */
    static Identifiers identifiers(Sender sender, MessageContent content) {
        var learned = content instanceof MessageContent.SystemNotice notice && changesIdentity(notice)
                ? Stream.of(notice.newPhone(), notice.newBsuid())
                        .filter(Objects::nonNull)
                        .toList()
                : List.<String>of();
        return new Identifiers(sender.phone(), sender.bsuid(), sender.previousBsuid(), learned);
    }

    private static boolean changesIdentity(MessageContent.SystemNotice notice) {
        return notice.change() == NUMBER_CHANGED || notice.change() == USER_ID_CHANGED;
    }

    /** A change is announced under the old identity; some shapes already carry the new BSUID as the sender's. */
    private static @Nullable String oldBsuid(
            @Nullable String userId, @Nullable String previous, MessageContent.SystemNotice notice) {
        return userId == null || userId.equals(notice.newBsuid()) ? previous : userId;
    }

    private static @Nullable JsonNode contactOf(
            @Nullable JsonNode contacts, @Nullable String from, @Nullable String userId) {
        if (contacts == null || !contacts.isArray()) {
            return null;
        }
        for (var contact : contacts) {
            if (userId != null && userId.equals(Fields.text(contact, "user_id"))) {
                return contact;
            }
        }
        for (var contact : contacts) {
            if (from != null && from.equals(Fields.digits(Fields.text(contact, "wa_id")))) {
                return contact;
            }
        }
        return contacts.size() == 1 && mayBe(contacts.get(0), from, userId) ? contacts.get(0) : null;
    }

    /** The only contact is the sender's unless that would tie a BSUID to somebody else's phone number. */
    private static boolean mayBe(JsonNode contact, @Nullable String from, @Nullable String userId) {
        return Fields.text(contact, "user_id") == null || (from == null && userId == null);
    }
}
