/** Stripe's signature and events, without HTTP and without a broker. */
@NullMarked
package io.inkstream.ingress.stripe;

import org.jspecify.annotations.NullMarked;
