/** The business clock of this service, movable in standalone. Must not know webhooks. */
@NullMarked
package io.inkstream.ingress.clock;

import org.jspecify.annotations.NullMarked;
