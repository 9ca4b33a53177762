/** Tests of what is published. */
@NullMarked
package io.inkstream.outbound.kafka;

import org.jspecify.annotations.NullMarked;
