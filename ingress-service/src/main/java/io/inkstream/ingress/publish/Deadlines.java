package io.inkstream.ingress.publish;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends the wait for acknowledgements that the producer owes for too long. The producer gives records up by itself; this
 * is for the case that it cannot. One thread looks at all of them now and then: a timer for each webhook would take an
 * eighth of the service's processor time.
 */
final class Deadlines implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final long limitNanos;
    /** In the order of their deadlines, because all have the same limit. */
    private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();

    private final CountDownLatch closing = new CountDownLatch(1);

    Deadlines(Duration limit) {
        this.limitNanos = limit.toNanos();
        Thread.ofVirtual().name("ingress-deadlines").start(this::run);
    }

    private record Waiting(Acknowledgement acknowledgement, long since) {}

    void watch(Acknowledgement acknowledgement) {
        waiting.add(new Waiting(acknowledgement, System.nanoTime()));
    }

    @Override
    public void close() {
        closing.countDown();
    }

    private void run() {
        try {
            while (!closing.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody interrupts it but the end of the process
        }
    }

    private void look() {
        long now = System.nanoTime();
        for (var oldest = waiting.peek(); oldest != null; oldest = waiting.peek()) {
            boolean overdue = now - oldest.since() > limitNanos;
            if (!overdue && !oldest.acknowledgement().complete()) {
                return;
            }
            waiting.poll();
            oldest.acknowledgement().giveUp();
        }
    }
}
