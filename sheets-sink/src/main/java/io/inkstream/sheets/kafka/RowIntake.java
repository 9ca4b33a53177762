package io.inkstream.sheets.kafka;

import io.inkstream.schemas.identity.Contact;
import io.inkstream.schemas.json.UnreadableRecord;
import io.inkstream.schemas.sheets.SheetRow;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.sheets.store.ContactChange;
import io.inkstream.sheets.store.DueSignal;
import io.inkstream.sheets.store.PolledChanges;
import io.inkstream.sheets.store.RowChange;
import io.inkstream.sheets.store.RowStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Takes one poll of rows and contacts into the store, in one transaction; the container commits the offsets afterwards, so a
 * poll may come twice and is harmless then. A record that cannot be read is put aside and never stops its partition.
 */
final class RowIntake implements BatchMessageListener<String, byte[]> {
    private static final Logger log = LoggerFactory.getLogger(RowIntake.class);
    private static final int ID_LENGTH_MAX = 200;

    private final RowStore store;
    private final DeadLetters deadLetters;
    private final DueSignal due;

    RowIntake(RowStore store, DeadLetters deadLetters, DueSignal due) {
        this.store = store;
        this.deadLetters = deadLetters;
        this.due = due;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        var rows = new ArrayList<RowChange>();
        var contacts = new ArrayList<ContactChange>();
        for (var source : records) {
            try {
                if (Topics.CONTACTS.name().equals(source.topic())) {
                    contacts.add(contact(source));
                } else {
                    rows.add(row(source));
                }
            } catch (UnreadableRecord e) {
                log.atWarn()
                        .addKeyValue("topic", source.topic())
                        .addKeyValue("partition", source.partition())
                        .addKeyValue("offset", source.offset())
                        .log("record put aside: unreadable");
                deadLetters.unreadable(source, Objects.requireNonNullElse(e.getMessage(), "unreadable"));
            }
        }
        store.apply(PolledChanges.collapsed(rows, contacts));
        due.announce(rows.size());
    }

    private static RowChange row(ConsumerRecord<String, byte[]> source) {
        if (source.value() == null) {
            return new RowChange.Erased(id("key", source.key()));
        }
        SheetRow row = Topics.SHEET_ROWS.read(source.value());
        return new RowChange.Shown(
                id("id", row.id()),
                id("studio", row.studio()),
                id("contactId", row.contactId()),
                row.rowVersion(),
                new String(source.value(), StandardCharsets.UTF_8),
                source.partition(),
                source.offset());
    }

    private static ContactChange contact(ConsumerRecord<String, byte[]> source) {
        if (source.value() == null) {
            return new ContactChange(id("key", source.key()), null);
        }
        Contact contact = Topics.CONTACTS.read(source.value());
        return new ContactChange(id("id", contact.id()), contact.artist() ? null : phone(contact.phone()));
    }

    /** What the database could refuse is refused here, or one bad record would hold up its partition for ever. */
    private static String id(String field, @Nullable String value) {
        if (value == null || value.isBlank() || value.length() > ID_LENGTH_MAX || !storable(value)) {
            throw new UnreadableRecord(
                    field + " is missing, too long or not text", new IllegalArgumentException(field));
        }
        return value;
    }

    /** PostgreSQL takes neither NUL nor half of a surrogate pair, and no id of ours has a character beyond the first plane. */
    private static boolean storable(String id) {
        return id.chars().noneMatch(unit -> unit == 0 || Character.isSurrogate((char) unit));
    }

    private static @Nullable String phone(@Nullable String digits) {
        return digits == null ? null : id("phone", digits);
    }
}
