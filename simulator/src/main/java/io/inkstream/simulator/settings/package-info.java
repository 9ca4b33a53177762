/** The switches of a running simulator. Must not know who obeys them. */
@NullMarked
package io.inkstream.simulator.settings;

import org.jspecify.annotations.NullMarked;
