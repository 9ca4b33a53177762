package io.inkstream.simulator.whatsapp;

/** How far a message got, in this order; it never goes back. */
public enum Stage {
    /** Accepted by WhatsApp, or written and not yet with the bot. */
    ACCEPTED,
    SENT,
    DELIVERED,
    READ
}
