/** News from the projection: who waits is woken, who watches gets a stream. Must not know what the changed things mean. */
@NullMarked
package io.inkstream.admin.live;

import org.jspecify.annotations.NullMarked;
