/** Reads commands, statuses and settings from Kafka, and publishes what the ledger owes. Must not know SQL or HTTP, and decides nothing. */
@NullMarked
package io.inkstream.outbound.kafka;

import org.jspecify.annotations.NullMarked;
