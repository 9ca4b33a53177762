package io.inkstream.simulator.faults;

/** The outside service that is in trouble, and which of its calls. */
public enum Target {
    /** Message sends. */
    WHATSAPP,
    /** Creating and expiring checkout sessions. */
    STRIPE,
    /** Row writes. */
    SHEETS,
    /** Writes of events. */
    CALENDAR
}
