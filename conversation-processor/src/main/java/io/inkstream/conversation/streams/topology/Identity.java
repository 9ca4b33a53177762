package io.inkstream.conversation.streams.topology;

import io.inkstream.schemas.inbound.InboundMessage;
import io.inkstream.schemas.inbound.MessageContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who a conversation is with. The rules never see any of it.
 *
 * @param aliases identifiers already published as leading here
 * @param met whether the person has ever written; before that nobody is told about them
 */
record Identity(
        @Nullable String phone,
        @Nullable String bsuid,
        @Nullable String profileName,
        List<String> aliases,
        boolean artist,
        boolean met) {

    Identity {
        aliases = List.copyOf(aliases);
    }

    /** All that a conversation's key alone tells. */
    static Identity of(ConversationKey key) {
        return key.namesPhone()
                ? new Identity(key.alias(), null, null, List.of(), false, false)
                : new Identity(null, key.alias(), null, List.of(), false, false);
    }

    /**
     * What a message taught.
     *
     * @param identity the person afterwards
     * @param toPublish aliases to announce as leading to this conversation
     * @param learnedKinds kinds of identifier that the conversation was not known by before, its own key apart
     */
    record Learned(Identity identity, List<String> toPublish, List<String> learnedKinds) {}

    /**
     * Takes in a message's identifiers. A later phone number or BSUID replaces an earlier one as the address; every alias
     * keeps leading here. When the identifiers pointed to two conversations, all of them are announced again, so that this
     * one wins.
     */
    Learned learn(ConversationKey key, InboundMessage message, boolean fromArtist) {
        var named = aliasesIn(message);
        var known = new ArrayList<>(aliases);
        var toPublish = new ArrayList<String>();
        var kinds = new ArrayList<String>();
        var conflict = message.sender().conflictingKey() != null;
        named.forEach((alias, kind) -> {
            var isNew = !aliases.contains(alias);
            if (isNew) {
                known.add(alias);
            }
            if (isNew || conflict) {
                toPublish.add(alias);
            }
            if (isNew && !alias.equals(key.alias())) {
                kinds.add(kind);
            }
        });
        var name = message.sender().profileName();
        var learned = new Identity(
                phoneAfter(message), bsuidAfter(message), name != null ? name : profileName, known, fromArtist, true);
        return new Learned(learned, List.copyOf(toPublish), List.copyOf(kinds));
    }

    private @Nullable String phoneAfter(InboundMessage message) {
        var seen = firstPresent(message.sender().phone(), phone);
        return switch (message.content()) {
            case MessageContent.SystemNotice notice -> firstPresent(notice.newPhone(), seen);
            case MessageContent.ContactCards cards -> firstPresent(seen, cards.ownPhone());
            default -> seen;
        };
    }

    private @Nullable String bsuidAfter(InboundMessage message) {
        var seen = firstPresent(message.sender().bsuid(), bsuid);
        return message.content() instanceof MessageContent.SystemNotice notice
                ? firstPresent(notice.newBsuid(), seen)
                : seen;
    }

    private static Map<String, String> aliasesIn(InboundMessage message) {
        var found = new LinkedHashMap<String, String>();
        var sender = message.sender();
        add(found, sender.phone(), "phone");
        add(found, sender.bsuid(), "bsuid");
        add(found, sender.previousBsuid(), "previous-bsuid");
        if (message.content() instanceof MessageContent.SystemNotice notice) {
            add(found, notice.newPhone(), "phone");
            add(found, notice.newBsuid(), "bsuid");
        }
        if (message.content() instanceof MessageContent.ContactCards cards) {
            add(found, cards.ownPhone(), "phone");
        }
        return found;
    }

    private static void add(Map<String, String> found, @Nullable String alias, String kind) {
        if (alias != null && !alias.isBlank()) {
            found.putIfAbsent(alias, kind);
        }
    }

    private static @Nullable String firstPresent(@Nullable String first, @Nullable String second) {
        return first != null && !first.isBlank() ? first : second;
    }

    @Override
    public String toString() {
        return "Identity[***]";
    }
}
