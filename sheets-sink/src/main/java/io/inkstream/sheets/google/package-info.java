/** Talks to Google Sheets over its own client library. Must not know Kafka, the database, nor which rows are due. */
@NullMarked
package io.inkstream.sheets.google;

import org.jspecify.annotations.NullMarked;
