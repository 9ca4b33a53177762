package io.inkstream.simulator.clock;

import java.net.URI;

/** A service did not take the new time: the pipeline's clocks stand apart until the next advance. */
final class ServiceNotReached extends Exception {
    ServiceNotReached(URI member, String why) {
        super(member + " did not take the new time: " + why);
    }
}
