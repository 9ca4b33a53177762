/** The WhatsApp Cloud API as a business sees it, and the people it talks to. Must not know the bot. */
@NullMarked
package io.inkstream.simulator.whatsapp;

import org.jspecify.annotations.NullMarked;
