/** The service as a whole, against a real broker. */
@NullMarked
package io.inkstream.conversation.streams;

import org.jspecify.annotations.NullMarked;
