package io.inkstream.outbound.ledger;

import io.inkstream.schemas.identity.Contact.Consent;
import org.jspecify.annotations.Nullable;

/**
 * The right to send the head of a lane once, until the lease ends.
 *
 * @param consent of the recipient when it was claimed; absent: unknown
 * @param gap lower numbers of the lane never arrived and were waited for in vain
 */
public record Claim(LedgerRow row, @Nullable Consent consent, boolean gap) {}
