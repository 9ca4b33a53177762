/** The topology in a driver, behind a small language: what it receives, what it then writes. */
@NullMarked
package io.inkstream.conversation.streams.topology;

import org.jspecify.annotations.NullMarked;
