package io.inkstream.admin.projection;

import io.inkstream.admin.kafka.LogClients;
import io.inkstream.admin.projection.ProjectorStatus.Activity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.SmartLifecycle;

/** Starts the projector with the service and stops it before the web server goes. */
final class ProjectorThreads implements SmartLifecycle {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final LogClients clients;
    private final ProjectionSchemas schemas;
    private final Function<ProjectionSchema, PartitionWriter> writers;
    private final ProjectorProperties settings;
    private final ProjectorStatus status;
    private final List<Projector> projectors = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    ProjectorThreads(
            LogClients clients,
            ProjectionSchemas schemas,
            Function<ProjectionSchema, PartitionWriter> writers,
            ProjectorProperties settings,
            ProjectorStatus status) {
        this.clients = clients;
        this.schemas = schemas;
        this.writers = writers;
        this.settings = settings;
        this.status = status;
    }

    @Override
    public void start() {
        for (int i = 1; i <= settings.threads(); i++) {
            var number = i;
            status.is(number, new Activity.Starting());
            var projector = new Projector(
                    number,
                    () -> clients.groupConsumer(number, settings.batchRecordsMax()),
                    schemas,
                    writers,
                    settings,
                    status);
            projectors.add(projector);
            threads.add(Thread.ofPlatform().name("projector-" + number).start(projector));
        }
    }

    @Override
    public void stop() {
        projectors.forEach(Projector::stop);
        try {
            for (var thread : threads) {
                thread.join(STOP_LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        projectors.clear();
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }
}
