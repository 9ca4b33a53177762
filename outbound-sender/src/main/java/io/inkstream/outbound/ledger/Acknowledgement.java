package io.inkstream.outbound.ledger;

/**
 * Kafka has what was published of a row, up to this revision.
 *
 * @param receipt the outcome (with its dead letter, if any) rather than the ledger entry
 */
public record Acknowledgement(String commandId, boolean receipt, long revision) {}
