/** The outside world of the studio, faked over real HTTP: WhatsApp, Stripe, Google, and a page to chat on. Must not know the pipeline. */
@NullMarked
package io.inkstream.simulator;

import org.jspecify.annotations.NullMarked;
