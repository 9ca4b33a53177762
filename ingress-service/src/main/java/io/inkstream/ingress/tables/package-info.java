/** Reads compacted topics to their end and follows them live. Must not know what the tables hold. */
@NullMarked
package io.inkstream.ingress.tables;

import org.jspecify.annotations.NullMarked;
