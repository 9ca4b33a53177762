package io.inkstream.ingress;

import static org.awaitility.Awaitility.await;

import io.inkstream.schemas.BusinessClock;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The real service, started as in standalone on free ports, and a client that talks to it as the providers do. */
final class RunningIngress implements AutoCloseable {
    /** Just after the time that the sample webhooks carry. */
    static final Instant FIXTURE_TIME = Instant.parse("2026-09-21T14:20:00Z");

    private static final Duration READY_LIMIT = Duration.ofSeconds(30);

    private static final class Shared {
        private static final RunningIngress INSTANCE = withOneStudio();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(INSTANCE::close));
        }
    }

    private final ConfigurableApplicationContext context;
    private @Nullable Published published;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningIngress(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** One service for all tests that leave it as it was; they tell their webhooks apart by correlation ids. */
    static RunningIngress shared() {
        return Shared.INSTANCE;
    }

    /** A service of the test's own that is ready and serves the first studio; close it. */
    static RunningIngress withOneStudio(String... settings) {
        TestKafka.send(Topics.STUDIO_CONFIG, "studio", Studios.STUDIO);
        return start(TestKafka.bootstrapServers(), settings).awaitReady();
    }

    /** Starts without waiting for readiness; {@code settings} are {@code name=value}. */
    static RunningIngress start(String bootstrapServers, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--spring.profiles.active=standalone",
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--management.server.port=0",
                "--inkstream.clock.offset=" + Duration.between(Instant.now(), FIXTURE_TIME)));
        for (var setting : settings) {
            arguments.add("--" + setting);
        }
        return new RunningIngress(IngressApplication.application().run(arguments.toArray(String[]::new)));
    }

    RunningIngress awaitReady() {
        await().atMost(READY_LIMIT)
                .untilAsserted(() -> org.assertj.core.api.Assertions.assertThat(
                                readiness().statusCode())
                        .isEqualTo(200));
        return this;
    }

    HttpResponse<String> readiness() {
        return get(management("/actuator/health/readiness"));
    }

    /** Delivers a body as Meta does. */
    HttpResponse<String> whatsapp(byte[] body, String correlationId) {
        return send(
                signedWhatsapp(body).header("X-Correlation-ID", correlationId).build());
    }

    HttpRequest.Builder signedWhatsapp(byte[] body) {
        return post("/webhooks/whatsapp", body)
                .header("X-Hub-Signature-256", Signing.whatsapp(Signing.APP_SECRET, body));
    }

    /** Delivers an event as Stripe does, signed by the business clock. */
    HttpResponse<String> stripe(byte[] body, String correlationId) {
        var now = context.getBean(BusinessClock.class).instant();
        return send(post("/webhooks/stripe", body)
                .header("Stripe-Signature", Signing.stripe(Signing.STRIPE_SECRET, now, body))
                .header("X-Correlation-ID", correlationId)
                .build());
    }

    HttpRequest.Builder post(String path, byte[] body) {
        return HttpRequest.newBuilder(url(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
    }

    HttpResponse<String> get(URI uri) {
        return send(HttpRequest.newBuilder(uri).build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpClient client() {
        return client;
    }

    URI url(String path) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return URI.create("http://127.0.0.1:" + Objects.requireNonNull(server).getPort() + path);
    }

    URI management(String path) {
        return URI.create(
                "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.management.port") + path);
    }

    /** A counter's value; 0 when nothing has been counted. */
    double count(String name, String... tags) {
        var counter = context.getBean(MeterRegistry.class).find(name).tags(tags).counter();
        return counter == null ? 0 : counter.count();
    }

    /** What webhooks left on the shared test broker. */
    Published published() {
        if (published == null) {
            published = new Published();
        }
        return published;
    }

    BusinessClock clock() {
        return context.getBean(BusinessClock.class);
    }

    @Override
    public void close() {
        if (published != null) {
            published.close();
        }
        client.close();
        context.close();
    }
}
