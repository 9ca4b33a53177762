package io.inkstream.sheets.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** The changes of one poll, collapsed to the last word per lead and per contact, in the order in which they came first. */
public record PolledChanges(List<RowChange> rows, List<ContactChange> contacts) {

    public PolledChanges {
        rows = List.copyOf(rows);
        contacts = List.copyOf(contacts);
    }

    /** Collapses changes given in log order. */
    public static PolledChanges collapsed(Collection<RowChange> rows, Collection<ContactChange> contacts) {
        var byLead = new LinkedHashMap<String, RowChange>();
        rows.forEach(row -> byLead.merge(row.leadId(), row, PolledChanges::later));
        var byContact = new LinkedHashMap<String, ContactChange>();
        contacts.forEach(contact -> byContact.put(contact.contactId(), contact));
        return new PolledChanges(new ArrayList<>(byLead.values()), new ArrayList<>(byContact.values()));
    }

    public boolean isEmpty() {
        return rows.isEmpty() && contacts.isEmpty();
    }

    private static RowChange later(RowChange before, RowChange now) {
        return before instanceof RowChange.Shown older
                        && now instanceof RowChange.Shown newer
                        && newer.rowVersion() < older.rowVersion()
                ? older
                : now;
    }
}
