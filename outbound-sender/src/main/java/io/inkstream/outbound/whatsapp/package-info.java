/** Speaks WhatsApp's Graph API: renders requests, sends them, reads responses. Must not know the ledger, Kafka or lanes. */
@NullMarked
package io.inkstream.outbound.whatsapp;

import org.jspecify.annotations.NullMarked;
