/**
 * What a client's words mean: sizes, amounts, places, intents. Pure and total: any text in, never an exception, linear
 * time. Must not know the state of a conversation, a clock, or the machine's locale.
 */
@NullMarked
package io.inkstream.conversation.understanding;

import org.jspecify.annotations.NullMarked;
