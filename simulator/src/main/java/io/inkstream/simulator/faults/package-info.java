/** Trouble on order: errors, delays, lost answers, reset connections. Must not know the fakes it troubles. */
@NullMarked
package io.inkstream.simulator.faults;

import org.jspecify.annotations.NullMarked;
