/** Rebuilds the projection from the log beside the live one, compares, swaps. Must not know what the rows mean. */
@NullMarked
package io.inkstream.admin.replay;

import org.jspecify.annotations.NullMarked;
