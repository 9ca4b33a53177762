/** An echo on the same server, as the ceiling in benchmarks; off unless asked for. Must not know anything else here. */
@NullMarked
package io.inkstream.ingress.bench;

import org.jspecify.annotations.NullMarked;
