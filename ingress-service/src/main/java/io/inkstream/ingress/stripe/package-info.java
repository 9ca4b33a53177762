/** Stripe's webhook: its signature and the record that an event becomes. Must not know bookings or deposits. */
@NullMarked
package io.inkstream.ingress.stripe;

import org.jspecify.annotations.NullMarked;
