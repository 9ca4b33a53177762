/** How webhooks reach a studio that does not take them at once. Must not know what they say. */
@NullMarked
package io.inkstream.simulator.webhooks;

import org.jspecify.annotations.NullMarked;
