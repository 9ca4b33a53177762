package io.inkstream.outbound.delivery;

import org.springframework.context.SmartLifecycle;

/**
 * Starts sending before records are read, and stops after: no new claims, requests under way come to their end, what became
 * of them is written.
 */
final class DeliveryLifecycle implements SmartLifecycle {
    private static final int BEFORE_THE_LISTENERS = 0;

    private final Dispatcher dispatcher;
    private final Courier courier;
    private final LedgerWriter writer;
    private final Reconciler reconciler;
    private volatile boolean running;

    DeliveryLifecycle(Dispatcher dispatcher, Courier courier, LedgerWriter writer, Reconciler reconciler) {
        this.dispatcher = dispatcher;
        this.courier = courier;
        this.writer = writer;
        this.reconciler = reconciler;
    }

    @Override
    public void start() {
        writer.start();
        dispatcher.startThread();
        reconciler.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        dispatcher.close();
        reconciler.close();
        courier.close();
        writer.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_LISTENERS;
    }
}
