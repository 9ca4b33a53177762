package io.inkstream.simulator.sheets;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which spreadsheets there are.
 *
 * @param existing ids; empty: every id that is asked for exists, as a new spreadsheet with an empty tab
 * @param notShared ids of those that exist but are not shared with the service account
 * @param rows of a new tab
 * @param columns of a new tab
 */
@ConfigurationProperties("inkstream.simulator.sheets")
record SheetsProperties(
        @DefaultValue Set<String> existing,
        @DefaultValue Set<String> notShared,
        @DefaultValue("1000") int rows,
        @DefaultValue("26") int columns) {
    SheetsProperties {
        existing = Set.copyOf(existing);
        notShared = Set.copyOf(notShared);
    }
}
