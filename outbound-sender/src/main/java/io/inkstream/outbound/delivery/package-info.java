/**
 * Brings commands out: which lane is served next and when, the sending itself, writing what came of it, finding what was
 * lost. Must not know Kafka or SQL.
 */
@NullMarked
package io.inkstream.outbound.delivery;

import org.jspecify.annotations.NullMarked;
