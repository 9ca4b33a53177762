package io.inkstream.outbound.proof;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One place at which a sender's process ends or stands still, the {@code n}th time it comes there. Written
 * {@code <place>:<n>:<what>}.
 */
final class Failpoint {
    private static final int HALTED = 86;

    private final Place place;
    private final What what;
    private final AtomicInteger left;

    /** Where. */
    enum Place {
        /** Records are read, nothing is kept yet. */
        AFTER_POLL,
        /** The claim is committed, no request has begun. */
        AFTER_CLAIM,
        /** WhatsApp has answered, nothing of it is written. */
        BEFORE_RECORD,
        /** What it answered is written, but not committed. */
        BEFORE_COMMIT
    }

    /** How. */
    enum What {
        /** No shutdown hook runs. */
        HALT,
        /** SIGSTOP: until somebody sends SIGCONT. */
        STOP
    }

    private Failpoint(Place place, int count, What what) {
        this.place = place;
        this.left = new AtomicInteger(count);
        this.what = what;
    }

    static String text(Place place, int count, What what) {
        return place + ":" + count + ":" + what;
    }

    /** {@code null}: a process that nothing happens to. */
    static Failpoint parse(@Nullable String text) {
        if (text == null) {
            return new Failpoint(Place.AFTER_POLL, Integer.MAX_VALUE, What.HALT);
        }
        var words = text.split(":", 3);
        return new Failpoint(Place.valueOf(words[0]), Integer.parseInt(words[1]), What.valueOf(words[2]));
    }

    void reached(Place here) {
        if (here != place || left.decrementAndGet() != 0) {
            return;
        }
        switch (what) {
            case HALT -> Runtime.getRuntime().halt(HALTED);
            case STOP -> stopHere();
        }
    }

    private static void stopHere() {
        try {
            new ProcessBuilder(
                            "kill",
                            "-STOP",
                            String.valueOf(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("cannot stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
