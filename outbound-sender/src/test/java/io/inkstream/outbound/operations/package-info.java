/** Tests of what operators rely on. */
@NullMarked
package io.inkstream.outbound.operations;

import org.jspecify.annotations.NullMarked;
