package io.inkstream.ingress.publish;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** One future for all records of a webhook: done with the last acknowledgement, or failed with the first failure. */
final class Acknowledgement implements Callback {
    private final AtomicInteger missing;
    private final AtomicInteger pendingOfAll;
    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();

    /** {@code pendingOfAll} counts the records of every webhook; each completed record leaves it here. */
    Acknowledgement(int records, AtomicInteger pendingOfAll) {
        this.missing = new AtomicInteger(records);
        this.pendingOfAll = pendingOfAll;
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
        pendingOfAll.decrementAndGet();
        if (failure != null) {
            done.completeExceptionally(failure);
        } else if (missing.decrementAndGet() == 0) {
            done.complete(null);
        }
    }

    /** Blocks until the last acknowledgement, the first failure, or {@link #giveUp}. */
    PublishOutcome await() {
        try {
            done.get();
            return new PublishOutcome.Acknowledged();
        } catch (ExecutionException e) {
            return new PublishOutcome.Failed(reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PublishOutcome.Failed("interrupted");
        }
    }

    /** Records of a webhook that has failed already need not be sent. */
    void leaveOut(int records) {
        pendingOfAll.addAndGet(-records);
    }

    boolean failed() {
        return done.isCompletedExceptionally();
    }

    boolean complete() {
        return done.isDone();
    }

    /** Fails the wait, if it still goes on. */
    void giveUp() {
        if (!done.isDone()) {
            done.completeExceptionally(new TimeoutException());
        }
    }

    private static String reason(ExecutionException failure) {
        var cause = failure.getCause();
        return cause == null ? "unknown" : cause.getClass().getSimpleName();
    }
}
