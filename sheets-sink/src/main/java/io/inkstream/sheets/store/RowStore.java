package io.inkstream.sheets.store;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what the topics say. One transaction per poll; transactions of several instances queue on one lock, so that row
 * numbers are dense and a row and its contact, arriving at the same moment, cannot miss each other. Applying a poll twice
 * changes nothing.
 */
public final class RowStore {

    /** Any fixed number; it must only differ from other advisory locks of this database. */
    private static final long INTAKE_LOCK = 0x5348_4545_5401L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public RowStore(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Throws Spring's data access exceptions when the database cannot take it; nothing is applied then. */
    public void apply(PolledChanges changes) {
        if (changes.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("select pg_advisory_xact_lock(?)")
                    .param(INTAKE_LOCK)
                    .query()
                    .listOfRows();
            applyContacts(changes.contacts());
            var shown = only(RowChange.Shown.class, changes.rows());
            updateKnown(shown);
            placeNew(shown);
            erase(only(RowChange.Erased.class, changes.rows()));
        });
    }

    private void applyContacts(List<ContactChange> contacts) {
        if (contacts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                with news as (select * from unnest(?::text[], ?::text[]) as news(contact_id, phone)),
                learnt as (
                    insert into sheet_contact (contact_id, phone)
                    select contact_id, phone from news where phone is not null
                    on conflict (contact_id) do update set phone = excluded.phone
                        where sheet_contact.phone <> excluded.phone
                    returning contact_id),
                forgotten as (
                    delete from sheet_contact using news
                    where sheet_contact.contact_id = news.contact_id and news.phone is null
                    returning sheet_contact.contact_id)
                update sheet_row set revision = revision + 1, changed_at = now()
                where contact_id in (select contact_id from learnt union all select contact_id from forgotten)
                """)
                .param(texts(contacts, ContactChange::contactId))
                .param(contacts.stream().map(ContactChange::phone).toArray(String[]::new))
                .update();
    }

    /** A refused row is taken again at the same version: that is how a dead letter is sent once more. */
    private void updateKnown(List<RowChange.Shown> rows) {
        if (rows.isEmpty()) {
            return;
        }
        shownParameters(jdbc.sql("""
                update sheet_row r
                set contact_id = n.contact_id, row_version = n.row_version, record = n.record,
                    origin_partition = n.origin_partition, origin_offset = n.origin_offset,
                    revision = r.revision + 1,
                    changed_at = case when r.revision > r.settled_revision then r.changed_at else now() end
                from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::integer[], ?::bigint[])
                    as n(lead_id, studio, contact_id, row_version, record, origin_partition, origin_offset)
                where r.lead_id = n.lead_id
                  and (r.row_version < n.row_version or (r.row_version = n.row_version and r.refused))
                """), rows).update();
    }

    private void placeNew(List<RowChange.Shown> rows) {
        if (rows.isEmpty()) {
            return;
        }
        shownParameters(jdbc.sql("""
                with fresh as (
                    select n.*, row_number() over (partition by n.studio order by n.place) as place_in_studio
                    from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::integer[], ?::bigint[])
                        with ordinality
                        as n(lead_id, studio, contact_id, row_version, record, origin_partition, origin_offset, place)
                    where not exists (select from sheet_row r where r.lead_id = n.lead_id)),
                arrivals as (select studio, count(*)::integer as count from fresh group by studio),
                counter as (
                    insert into sheet_counter (studio, next_row) select studio, 2 + count from arrivals
                    on conflict (studio) do update set next_row = sheet_counter.next_row + excluded.next_row - 2
                    returning studio, next_row)
                insert into sheet_row (lead_id, studio, row_number, contact_id, row_version, record,
                                       origin_partition, origin_offset)
                select f.lead_id, f.studio, c.next_row - a.count + f.place_in_studio - 1, f.contact_id, f.row_version,
                       f.record, f.origin_partition, f.origin_offset
                from fresh f join arrivals a using (studio) join counter c using (studio)
                """), rows).update();
    }

    private void erase(List<RowChange.Erased> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update sheet_row set record = null, revision = revision + 1, changed_at = now()
                where lead_id = any(?::text[]) and record is not null
                """).param(texts(rows, RowChange.Erased::leadId)).update();
    }

    private static JdbcClient.StatementSpec shownParameters(
            JdbcClient.StatementSpec statement, List<RowChange.Shown> rows) {
        return statement
                .param(texts(rows, RowChange.Shown::leadId))
                .param(texts(rows, RowChange.Shown::studio))
                .param(texts(rows, RowChange.Shown::contactId))
                .param(rows.stream().map(RowChange.Shown::rowVersion).toArray(Long[]::new))
                .param(texts(rows, RowChange.Shown::record))
                .param(rows.stream().map(RowChange.Shown::partition).toArray(Integer[]::new))
                .param(rows.stream().map(RowChange.Shown::offset).toArray(Long[]::new));
    }

    private static <T> String[] texts(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }

    private static <T> List<T> only(Class<T> kind, List<? super T> changes) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
