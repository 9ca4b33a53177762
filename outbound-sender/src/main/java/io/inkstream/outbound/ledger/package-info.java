/**
 * The ledger in PostgreSQL: every command from its arrival to its end, facts about recipients, the outbox. Decides by row
 * locks and claim numbers who owns what. Must not know Kafka, HTTP or how many threads there are.
 */
@NullMarked
package io.inkstream.outbound.ledger;

import org.jspecify.annotations.NullMarked;
