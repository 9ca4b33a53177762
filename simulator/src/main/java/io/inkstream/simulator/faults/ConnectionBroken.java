package io.inkstream.simulator.faults;

/** The connection was closed on purpose: there is nobody left to answer. */
public final class ConnectionBroken extends RuntimeException {
    ConnectionBroken() {
        super("a fault broke the connection", null, false, false);
    }
}
