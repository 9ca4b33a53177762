/**
 * The sender's rules: what may be sent now, what an error means, how long to wait, what becomes of a command. Must not know
 * Kafka, SQL, HTTP, Spring (but for the application class), clocks or chance.
 */
@NullMarked
package io.inkstream.outbound;

import org.jspecify.annotations.NullMarked;
