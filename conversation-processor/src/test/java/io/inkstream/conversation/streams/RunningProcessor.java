package io.inkstream.conversation.streams;

import static org.awaitility.Awaitility.await;

import io.inkstream.conversation.streams.topology.Incoming;
import io.inkstream.conversation.streams.topology.Studios;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** The service in this JVM, on the test broker. */
final class RunningProcessor implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private RunningProcessor(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Publishes the two studios' settings and waits until the service decides. */
    static RunningProcessor start(String applicationId, Path stateDir, String... more) {
        publishStudios();
        var processor = startWithoutWaiting(applicationId, stateDir, more);
        processor.awaitReady();
        return processor;
    }

    static RunningProcessor startWithoutWaiting(String applicationId, Path stateDir, String... more) {
        return new RunningProcessor(ConversationProcessorApplication.application()
                .profiles("standalone")
                .run(arguments(applicationId, stateDir, more).toArray(String[]::new)));
    }

    /** As a command line; a later setting of the same name replaces an earlier one. */
    static List<String> arguments(String applicationId, Path stateDir, String... more) {
        var settings = new LinkedHashMap<String, String>();
        Stream.concat(
                        Stream.of(
                                "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                                "--inkstream.processor.application-id=" + applicationId,
                                "--inkstream.processor.state-dir=" + stateDir,
                                "--inkstream.processor.instance-id=",
                                "--server.port=0",
                                "--logging.level.root=WARN"),
                        Stream.of(more))
                .forEach(setting -> settings.put(setting.substring(0, setting.indexOf('=')), setting));
        return List.copyOf(settings.values());
    }

    static void publishStudios() {
        for (var studio : List.of(Studios.studio(), Studios.second())) {
            TestKafka.send(Topics.STUDIO_CONFIG, studio.versionedKey(), studio);
            TestKafka.send(Topics.STUDIO_CONFIG, studio.studio(), studio);
        }
    }

    static void send(Incoming incoming) {
        TestKafka.sendBytes(incoming.topic().name(), incoming.key(), Json.write(incoming.value()));
    }

    static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("inkstream-processor");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        await().atMost(START_LIMIT)
                .until(() -> get("/actuator/health/readiness").statusCode() == 200);
    }

    HttpResponse<String> get(String path) {
        return exchange(HttpRequest.newBuilder(uri(path)).build());
    }

    HttpResponse<String> post(String path, String json) {
        return exchange(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
