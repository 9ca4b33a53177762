/** Stripe as far as deposits need it: checkout, payment intents, refunds, events. Must not know what is paid for. */
@NullMarked
package io.inkstream.simulator.stripe;

import org.jspecify.annotations.NullMarked;
