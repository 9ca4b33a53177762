package io.inkstream.sheets.flush;

import io.inkstream.sheets.CallFailure.Blocked;
import io.inkstream.sheets.CallFailure.Cause;
import io.inkstream.sheets.CallFailure.OutsideGrid;
import io.inkstream.sheets.HeaderRow;
import io.inkstream.sheets.LeadColumns;
import io.inkstream.sheets.google.CallFailed;
import io.inkstream.sheets.google.Grid;

/** Makes sure, before the first row is written, that there is a tab, that it is ours, and that our columns fit. */
final class TabOpening {
    private TabOpening() {}

    /**
     * The tab, ready to be written.
     *
     * @param fresh whether it was empty: every row has to be written then, also those that an earlier tab had
     */
    record OpenTab(Grid grid, boolean fresh) {}

    static OpenTab open(MeteredTab tab) throws CallFailed, InterruptedException {
        var found = tab.grid();
        if (found.isEmpty()) {
            tab.create();
            tab.writeHeader();
            return new OpenTab(tab.grid().orElseThrow(TabOpening::gone), true);
        }
        var grid = found.get();
        var header = tab.header(grid);
        return switch (HeaderRow.read(header, header.isEmpty() && tab.emptyBelowHeader(grid))) {
            case HeaderRow.Ours _ -> new OpenTab(grid, false);
            case HeaderRow.Writable _ -> {
                var wide = withOurColumns(tab, grid);
                tab.writeHeader();
                yield new OpenTab(wide, header.isEmpty());
            }
            case HeaderRow.Foreign _ -> throw new CallFailed(new Blocked(Cause.FOREIGN_HEADER));
        };
    }

    private static Grid withOurColumns(MeteredTab tab, Grid grid) throws CallFailed, InterruptedException {
        if (grid.columns() >= LeadColumns.ALL.size()) {
            return grid;
        }
        tab.extend(grid, grid.rows(), LeadColumns.ALL.size());
        return tab.grid().orElseThrow(TabOpening::gone);
    }

    /** Removed between two calls: look again. */
    private static CallFailed gone() {
        return new CallFailed(new OutsideGrid());
    }
}
