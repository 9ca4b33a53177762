/** What operators see and do: health, holds, uncertain commands, the clock, secrets that must not go live. Must not know SQL. */
@NullMarked
package io.inkstream.outbound.operations;

import org.jspecify.annotations.NullMarked;
