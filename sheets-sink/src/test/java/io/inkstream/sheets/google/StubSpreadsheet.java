package io.inkstream.sheets.google;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One spreadsheet: tabs by title. */
public final class StubSpreadsheet {
    final Map<String, StubTab> tabs = new ConcurrentHashMap<>(Map.of("Sheet1", new StubTab(0, 1_000, 26)));
    volatile boolean shared = true;

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

    public void share(boolean withServiceAccount) {
        shared = withServiceAccount;
    }
}
