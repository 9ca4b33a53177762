/** Small shapes of HTTP that all fakes share. Must not know any outside service. */
@NullMarked
package io.inkstream.simulator.http;

import org.jspecify.annotations.NullMarked;
