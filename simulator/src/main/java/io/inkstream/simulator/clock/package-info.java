/** Moves the business clock of the whole standalone pipeline. Must not know what the services do with the time. */
@NullMarked
package io.inkstream.simulator.clock;

import org.jspecify.annotations.NullMarked;
