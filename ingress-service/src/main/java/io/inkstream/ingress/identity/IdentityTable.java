package io.inkstream.ingress.identity;

import io.inkstream.schemas.identity.IdentityAlias;
import io.inkstream.schemas.json.UnreadableRecord;
import io.inkstream.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The newest state of {@code wa.identity.v1} in memory, and the rule that turns a message's identifiers into its
 * conversation key. The first known alias gives the key (phone, then BSUID, then previous BSUID); when none is known,
 * the first identifier itself does.
 */
public final class IdentityTable {
    private final AliasTable aliases = new AliasTable();

    /** Takes over one record of the topic; a null value, a tombstone, forgets the alias. */
    public void apply(String recordKey, byte @Nullable [] value) {
        int slash = recordKey.indexOf('/');
        if (slash <= 0) {
            throw new UnreadableRecord("an identity key without a studio", new IllegalArgumentException("no slash"));
        }
        var studio = recordKey.substring(0, slash);
        var alias = recordKey.substring(slash + 1);
        if (value == null) {
            aliases.remove(studio, alias);
            return;
        }
        aliases.put(studio, alias, addressWithin(studio, Topics.IDENTITY.read(value)));
    }

    /** The conversation of whoever has these identifiers. At least one own identifier must be present. */
    public Identity resolve(String studio, Identifiers identifiers) {
        var known = new LinkedHashSet<String>();
        var own = identifiers.own();
        own.forEach(alias -> addKnown(studio, alias, known));
        boolean sender = !known.isEmpty();
        identifiers.learned().forEach(alias -> addKnown(studio, alias, known));
        var addresses = new ArrayList<>(known);
        var first = sender ? addresses.removeFirst() : own.getFirst();
        addresses.remove(first);
        return new Identity(key(studio, first), addresses.isEmpty() ? null : key(studio, addresses.getFirst()));
    }

    /**
     * The conversation of a studio's artist: always their configured number, whatever the table says, because a message
     * from it must never reach a client's conversation.
     */
    public Identity resolveArtist(String studio, String artistNumber, Identifiers identifiers) {
        var others = new LinkedHashSet<String>();
        identifiers.own().forEach(alias -> addKnown(studio, alias, others));
        others.remove(artistNumber);
        return new Identity(key(studio, artistNumber), others.isEmpty() ? null : key(studio, others.getFirst()));
    }

    /** How many aliases are known. */
    public long size() {
        return aliases.size();
    }

    private void addKnown(String studio, String alias, Set<String> known) {
        var address = aliases.address(studio, alias);
        if (address != null) {
            known.add(address);
        }
    }

    private static String key(String studio, String address) {
        return studio + '/' + address;
    }

    private static String addressWithin(String studio, IdentityAlias alias) {
        var key = alias.conversationKey();
        if (!key.startsWith(studio + '/') || key.length() == studio.length() + 1) {
            throw new UnreadableRecord(
                    "an alias that leads out of its studio", new IllegalArgumentException("conversationKey"));
        }
        return key.substring(studio.length() + 1);
    }
}
