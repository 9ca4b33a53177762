package io.inkstream.outbound.ledger;

import java.time.Duration;

/**
 * On what terms lanes are claimed.
 *
 * @param owner this instance, for operators
 * @param lease how long a claim is good for
 * @param gapWait how long the head of a lane waits for lower numbers that have not arrived
 */
public record ClaimTerms(String owner, Duration lease, Duration gapWait) {}
