package io.inkstream.outbound.ledger;

/** A row with what Kafka must be told of it: the ledger entry, the receipt, or both. */
public record Unpublished(LedgerRow row, boolean entry, boolean receipt) {}
