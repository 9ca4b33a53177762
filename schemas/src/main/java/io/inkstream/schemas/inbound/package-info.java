/** What ingress publishes: messages, delivery statuses, account notices, and what could not be routed. Must not know conversation rules. */
@NullMarked
package io.inkstream.schemas.inbound;

import org.jspecify.annotations.NullMarked;
