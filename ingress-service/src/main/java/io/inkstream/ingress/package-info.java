/** The ingress service: its start, its wiring and its readiness. Must not know conversation rules, nor any database. */
@NullMarked
package io.inkstream.ingress;

import org.jspecify.annotations.NullMarked;
