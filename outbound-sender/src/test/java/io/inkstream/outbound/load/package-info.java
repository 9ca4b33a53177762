/** A quick load run of the sender by itself; a tool, not a test. */
@NullMarked
package io.inkstream.outbound.load;

import org.jspecify.annotations.NullMarked;
