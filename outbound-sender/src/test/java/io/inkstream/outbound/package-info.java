/** Tests of the sender. */
@NullMarked
package io.inkstream.outbound;

import org.jspecify.annotations.NullMarked;
