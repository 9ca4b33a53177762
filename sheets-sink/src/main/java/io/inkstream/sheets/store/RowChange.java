package io.inkstream.sheets.store;

/** What one record of {@code sheets.rows.v1} does to a lead's row. */
public sealed interface RowChange {
    String leadId();

    /**
     * The row shows this record, unless it shows a newer one.
     *
     * @param record the value as it came
     */
    record Shown(
            String leadId, String studio, String contactId, long rowVersion, String record, int partition, long offset)
            implements RowChange {

        @Override
        public String toString() {
            return "Shown[" + leadId + " " + rowVersion + "]";
        }
    }

    /** The lead was erased: its place stays, its cells are emptied. */
    record Erased(String leadId) implements RowChange {}
}
