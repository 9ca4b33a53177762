/**
 * The bot's texts: one resource per locale, every text under its stable copy key. Must not know when a text is said.
 */
@NullMarked
package io.inkstream.conversation.copy;

import org.jspecify.annotations.NullMarked;
