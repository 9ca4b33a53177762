package io.inkstream.ingress;

import io.inkstream.ingress.studios.StudioDirectory;

/**
 * Whether webhooks are let in. It opens once, when the tables have been read, and only while at least one studio is
 * served. A broker lost later does not close it: then each webhook is answered by what its own records met.
 */
final class Readiness {
    private final StudioDirectory studios;
    /** Set by the preparing thread, read by every request. */
    private volatile String waitingFor = "the start";

    private volatile boolean prepared;

    Readiness(StudioDirectory studios) {
        this.studios = studios;
    }

    boolean open() {
        return prepared && studios.size() > 0;
    }

    /** What is still missing, in words for an operator; meaningless once open. */
    String waitingFor() {
        return prepared ? "a studio: studio.config.v1 holds none" : waitingFor;
    }

    void waitFor(String what) {
        waitingFor = what;
    }

    void prepared() {
        prepared = true;
    }
}
