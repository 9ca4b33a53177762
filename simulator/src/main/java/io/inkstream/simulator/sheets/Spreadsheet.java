package io.inkstream.simulator.sheets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** One spreadsheet: its tabs in order, and what developers noted about rows. */
final class Spreadsheet {
    private final String id;
    private final List<Tab> tabs;
    private final Map<Integer, ObjectNode> metadata;

    private Spreadsheet(String id, List<Tab> tabs, Map<Integer, ObjectNode> metadata) {
        this.id = id;
        this.tabs = tabs;
        this.metadata = metadata;
    }

    /** As a person makes it: one empty tab. */
    static Spreadsheet empty(String id, int rows, int columns) {
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab(0, "Sheet1", rows, columns));
        return new Spreadsheet(id, tabs, new LinkedHashMap<>());
    }

    /** For changes that are done as a whole or not at all. */
    Spreadsheet copy() {
        var copies = new ArrayList<Tab>();
        tabs.forEach(tab -> copies.add(tab.copy()));
        return new Spreadsheet(id, copies, new LinkedHashMap<>(metadata));
    }

    String id() {
        return id;
    }

    List<Tab> tabs() {
        return tabs;
    }

    Map<Integer, ObjectNode> metadata() {
        return metadata;
    }

    Optional<Tab> titled(String title) {
        return tabs.stream().filter(tab -> tab.title().equals(title)).findFirst();
    }

    Optional<Tab> withId(int sheetId) {
        return tabs.stream().filter(tab -> tab.sheetId() == sheetId).findFirst();
    }

    int freeSheetId() {
        return tabs.stream().mapToInt(Tab::sheetId).max().orElse(0) + 1;
    }

    long cells() {
        return tabs.stream().mapToLong(Tab::cells).sum();
    }
}
