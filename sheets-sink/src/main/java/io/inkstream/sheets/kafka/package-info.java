/** Reads rows and contacts from Kafka into the store, and writes dead letters and alerts. Must not know Google. */
@NullMarked
package io.inkstream.sheets.kafka;

import org.jspecify.annotations.NullMarked;
