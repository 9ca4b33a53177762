/** What the chat page shows and does. Must not know the rules of the outside APIs. */
@NullMarked
package io.inkstream.simulator.chat;

import org.jspecify.annotations.NullMarked;
