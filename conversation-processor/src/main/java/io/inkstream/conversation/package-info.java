/**
 * What the bot does: states, transitions, parsers, copy choice, timers. Pure functions over plain data. Must not know
 * Kafka, Spring, JSON, HTTP, SQL, a clock, or anybody's phone number.
 */
@NullMarked
package io.inkstream.conversation;

import org.jspecify.annotations.NullMarked;
