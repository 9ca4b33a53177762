package io.inkstream.sheets.google;

import io.inkstream.sheets.google.StubSheets.Fault;
import java.util.Collections;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** One spreadsheet: tabs by title, and the trouble that its next calls meet. */
public final class StubSpreadsheet {
    final Map<String, StubTab> tabs = new ConcurrentHashMap<>(Map.of("Sheet1", new StubTab(0, 1_000, 26)));
    final Queue<Fault> writeFaults = new ConcurrentLinkedQueue<>();
    final Queue<Fault> readFaults = new ConcurrentLinkedQueue<>();
    final AtomicInteger writeCalls = new AtomicInteger();
    final AtomicInteger rowsWritten = new AtomicInteger();
    volatile boolean shared = true;

    public void failNextWrites(int times, Fault fault) {
        writeFaults.addAll(Collections.nCopies(times, fault));
    }

    public void failNextReads(int times, Fault fault) {
        readFaults.addAll(Collections.nCopies(times, fault));
    }

    /** Whether all trouble was met. */
    public boolean troubleIsOver() {
        return writeFaults.isEmpty() && readFaults.isEmpty();
    }

    /** Write calls received, whatever became of them. */
    public int writeCalls() {
        return writeCalls.get();
    }

    /** Rows written, counting each time; the header is one. */
    public int rowsWritten() {
        return rowsWritten.get();
    }

    public StubTab tab(String title) {
        var tab = tabs.get(title);
        if (tab == null) {
            throw new AssertionError("no tab " + title + " among " + tabs.keySet());
        }
        return tab;
    }

    public boolean has(String title) {
        return tabs.containsKey(title);
    }

    public StubTab add(String title, int rows, int columns) {
        var tab = new StubTab(tabs.size(), rows, columns);
        tabs.put(title, tab);
        return tab;
    }

    public void rename(String from, String to) {
        tabs.put(to, tab(from));
        tabs.remove(from);
    }

    /** Whether the service account may use it. */
    public void share(boolean withServiceAccount) {
        shared = withServiceAccount;
    }
}
