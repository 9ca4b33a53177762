/** Delivers signed webhooks and repeats them as the providers do. Must not know what a webhook says. */
@NullMarked
package io.inkstream.simulator.webhooks;

import org.jspecify.annotations.NullMarked;
