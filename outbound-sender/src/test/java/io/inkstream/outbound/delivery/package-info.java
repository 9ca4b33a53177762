/** Tests of lanes and gates. */
@NullMarked
package io.inkstream.outbound.delivery;

import org.jspecify.annotations.NullMarked;
