package io.inkstream.admin.operations;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Removes old system events every few hours, by the real clock; a failure is told and tried again next time. */
@Component
class RetentionJob implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

    private final SystemEventRetention retention;
    private final RetentionProperties settings;
    private volatile boolean running; // read by the container's own thread
    private @Nullable ScheduledExecutorService thread; // exists from start to stop

    RetentionJob(SystemEventRetention retention, RetentionProperties settings) {
        this.retention = retention;
        this.settings = settings;
    }

    @Override
    public void start() {
        var seconds = settings.cleanUpEvery().toSeconds();
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("retention").daemon().factory());
        thread = started;
        var _ = started.scheduleWithFixedDelay(this::cleanUp, seconds, seconds, TimeUnit.SECONDS);
        running = true;
    }

    private void cleanUp() {
        try {
            var removed = retention.removeOlderThan(settings.systemEventDays());
            LOG.atInfo().addKeyValue("removed", removed).log("old system events removed");
        } catch (RuntimeException e) { // anything else would end the schedule for ever
            LOG.warn("old system events could not be removed, tried again later", e);
        }
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.shutdownNow();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
