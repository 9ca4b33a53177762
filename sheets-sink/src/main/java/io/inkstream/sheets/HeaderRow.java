package io.inkstream.sheets;

import java.util.List;

/** What row 1 of the tab says about whose tab it is. */
public sealed interface HeaderRow {

    /** Exactly our columns. */
    record Ours() implements HeaderRow {}

    /** An empty tab, or one of ours from before some columns were added: the header may be written. */
    record Writable() implements HeaderRow {}

    /**
     * Somebody else's tab, or ours after columns were moved: nothing may be written.
     *
     * @param column the first column that differs, counted from 1
     */
    record Foreign(int column, String expected) implements HeaderRow {}

    /**
     * Judges the tab.
     *
     * @param found row 1, our columns only, without trailing empty cells
     * @param emptyBelow whether there is nothing below row 1
     */
    static HeaderRow read(List<String> found, boolean emptyBelow) {
        if (found.isEmpty() && emptyBelow) {
            return new Writable();
        }
        for (var i = 0; i < Math.max(1, found.size()); i++) {
            var expected = LeadColumns.ALL.get(i);
            if (found.isEmpty() || !found.get(i).strip().equals(expected)) {
                return new Foreign(i + 1, expected);
            }
        }
        return found.size() < LeadColumns.ALL.size() ? new Writable() : new Ours();
    }
}
