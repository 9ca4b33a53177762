/**
 * The topology: reads every conversation's inputs, asks the rules, keeps the state and writes what follows, in one
 * transaction. Must not know Spring, HTTP or SQL, and holds no rule of the conversation itself.
 */
@NullMarked
package io.inkstream.conversation.streams.topology;

import org.jspecify.annotations.NullMarked;
