/** Keeps what the outside world knows on disk, so that a killed simulator still knows it. Must not know what the lines mean. */
@NullMarked
package io.inkstream.simulator.journal;

import org.jspecify.annotations.NullMarked;
