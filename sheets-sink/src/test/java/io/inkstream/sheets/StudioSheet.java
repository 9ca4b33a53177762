package io.inkstream.sheets;

import static org.awaitility.Awaitility.await;

import io.inkstream.sheets.google.StubSpreadsheet;
import io.inkstream.sheets.google.StubTab;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** One studio's leads, and its tab as the artist sees it. */
record StudioSheet(Leads leads, StubSpreadsheet spreadsheet) {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    StubTab tab() {
        return spreadsheet.tab("Leads");
    }

    List<String> newLeads(int count, String status) {
        var ids = IntStream.range(0, count).mapToObj(_ -> leads.newLead()).toList();
        ids.forEach(id -> leads.row(id, 1, status));
        return ids;
    }

    int rowOf(String leadId) {
        return tab().keys().indexOf(leadId) + 2;
    }

    Object cell(String leadId, String column) {
        return tab().cell(rowOf(leadId), LeadColumns.ALL.indexOf(column) + 1);
    }

    /** Something else writes into the cell. */
    void type(String leadId, String column, Object value) {
        tab().type(rowOf(leadId), LeadColumns.ALL.indexOf(column) + 1, value);
    }

    /** Each lead has exactly one row, and there is no gap: the places follow the order of arrival, per partition. */
    void awaitKeysInAnyOrder(List<String> leadIds) {
        await().atMost(LIMIT)
                .until(() -> spreadsheet.has("Leads")
                        && tab().keys().size() == leadIds.size()
                        && Set.copyOf(tab().keys()).equals(Set.copyOf(leadIds)));
    }

    void awaitRows(int count) {
        await().atMost(LIMIT)
                .until(() -> spreadsheet.has("Leads") && tab().keys().size() == count);
    }

    void awaitCell(String leadId, String column, Object value) {
        await().atMost(LIMIT)
                .until(() -> spreadsheet.has("Leads")
                        && tab().keys().contains(leadId)
                        && cell(leadId, column).equals(value));
    }
}
