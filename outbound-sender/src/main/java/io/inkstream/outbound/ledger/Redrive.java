package io.inkstream.outbound.ledger;

/**
 * A person's wish to have a dead command sent again, at its place.
 *
 * @param number of this command's redrives, from 1: one that was carried out is not carried out again
 */
public record Redrive(String commandId, int number) {}
