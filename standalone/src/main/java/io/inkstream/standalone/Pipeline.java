package io.inkstream.standalone;

import io.inkstream.local.EmbeddedBroker;
import io.inkstream.local.EmbeddedDatabase;
import io.inkstream.schemas.topics.TopicCreation;
import io.inkstream.standalone.Environment.Port;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** The running parts. Started so that nobody waits for what is not there yet; stopped in the opposite order. */
final class Pipeline {
    private static final Logger log = LoggerFactory.getLogger(Pipeline.class);

    /** Contexts that start at the same time: more would only take turns on a small machine. */
    private static final int STARTING_AT_ONCE = 3;

    private final Environment environment;
    private final DataFolder data;
    private final Duration clockOffset;
    private final Progress progress;

    /** What runs, newest first: stopping takes it from the front. Guarded by itself. */
    private final Deque<Running> running = new ArrayDeque<>();

    private record Running(String name, AutoCloseable part) {}

    Pipeline(Environment environment, DataFolder data, Duration clockOffset, Progress progress) {
        this.environment = environment;
        this.data = data;
        this.clockOffset = clockOffset;
        this.progress = progress;
    }

    void start() throws InterruptedException {
        progress.say("Starting Inkstream, data in " + data.at(""));
        try (var starters = Executors.newFixedThreadPool(STARTING_AT_ONCE)) {
            var database = starters.submit(part("PostgreSQL", Port.POSTGRES, this::startDatabase));
            var broker = starters.submit(part("Kafka", Port.KAFKA, this::startBroker));
            await(List.of(database, broker));
            var services = new Services(environment, data, clockOffset);
            startAll(starters, services.inOrder());
        }
    }

    private void startAll(ExecutorService starters, List<PipelineService> services) throws InterruptedException {
        var readiness = new Readiness();
        var starting = new ArrayList<Future<?>>();
        for (var service : services) {
            starting.add(starters.submit(part(service.name(), service.shown(), () -> start(service))));
        }
        await(starting);
        for (var service : services) {
            readiness.await(service.name(), service.readiness(environment));
        }
    }

    private AutoCloseable start(PipelineService service) {
        ConfigurableApplicationContext context = service.application()
                .get()
                .profiles("standalone")
                .registerShutdownHook(false)
                .run(service.arguments().toArray(String[]::new));
        return context;
    }

    private AutoCloseable startBroker() {
        AutoCloseable broker = environment.outsideKafka() != null
                ? () -> {} // somebody else's: not ours to stop
                : EmbeddedBroker.start(
                        data.at("kafka"), environment.port(Port.KAFKA), environment.port(Port.KAFKA_CONTROLLER));
        try (var admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, environment.kafkaBootstrap()))) {
            TopicCreation.createMissing(admin, TopicCreation.Layout.STANDALONE);
        }
        return broker;
    }

    private AutoCloseable startDatabase() {
        var database = EmbeddedDatabase.start(
                data.at("postgres"), data.at("postgres-binaries"), environment.port(Port.POSTGRES));
        ServiceDatabase.prepare(database);
        return database;
    }

    /** One part of the pipeline: how to start it, wrapped in what the operator sees of it. */
    private Callable<Void> part(String name, Port shown, Callable<AutoCloseable> start) {
        return () -> {
            var began = System.nanoTime();
            var part = start.call();
            synchronized (running) {
                running.push(new Running(name, part));
            }
            progress.done(name, "localhost:" + environment.port(shown), Duration.ofNanos(System.nanoTime() - began));
            return null;
        };
    }

    private static void await(List<? extends Future<?>> parts) throws InterruptedException {
        for (var part : parts) {
            try {
                part.get();
            } catch (ExecutionException e) {
                var cause = e.getCause() == null ? e : e.getCause();
                log.error("a part did not start", cause);
                throw cause instanceof StartFailure failure
                        ? failure
                        : new StartFailure("a part did not start: " + cause.getMessage() + " (see the log)", cause);
            }
        }
    }

    /** Stops what runs: services before the broker and the database they talk to. */
    void stop() {
        progress.say("Stopping ...");
        while (true) {
            Running next;
            synchronized (running) {
                next = running.poll();
            }
            if (next == null) {
                progress.say("Stopped; the data stays in " + data.at(""));
                return;
            }
            try {
                next.part().close();
            } catch (Exception e) { // the others must be stopped all the same
                log.warn("{} did not stop cleanly", next.name(), e);
            }
        }
    }
}
