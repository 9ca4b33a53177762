/**
 * The conversation processor as a running service: settings, start and stop, readiness. Must not know how an input is
 * decided or what is written for it.
 */
@NullMarked
package io.inkstream.conversation.streams;

import org.jspecify.annotations.NullMarked;
