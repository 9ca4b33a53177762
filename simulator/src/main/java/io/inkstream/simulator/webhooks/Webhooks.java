package io.inkstream.simulator.webhooks;

import io.inkstream.simulator.journal.Journal;
import io.inkstream.simulator.journal.Remembered;
import io.inkstream.simulator.settings.Settings;
import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Delivers webhooks: once at once, then again and again in the background until they are acknowledged. Several
 * deliveries of the same body are several POSTs. A webhook that is owed when the process dies is delivered after the
 * next start.
 */
@Component
public final class Webhooks implements Remembered, Closeable {
    /** The "status" of a POST that got no answer. */
    public static final int NO_ANSWER = 0;

    private static final String OWED = "webhook-owed";
    private static final String SETTLED = "webhook-settled";

    private final Map<Provider, Subscription> subscriptions = new EnumMap<>(Provider.class);
    private final WebhookProperties properties;
    private final Settings settings;
    private final Journal journal;
    private final HttpClient http;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Owed> owedFromBefore = new LinkedHashMap<>();

    private record Owed(Provider provider, String body) {}

    /**
     * What came of a delivery.
     *
     * @param status of the first attempt, {@link #NO_ANSWER} without one
     * @param acknowledged completes when an attempt is acknowledged: at once, or by a repeat; false: given up
     */
    public record Delivery(int status, CompletableFuture<Boolean> acknowledged) {}

    Webhooks(List<Subscription> subscriptions, WebhookProperties properties, Settings settings, Journal journal) {
        subscriptions.forEach(subscription -> this.subscriptions.put(subscription.provider(), subscription));
        this.properties = properties;
        this.settings = settings;
        this.journal = journal;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.timeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** Delivers, and keeps what is owed over a restart. */
    public Delivery deliver(Provider provider, byte[] body) {
        return deliver(provider, body, true);
    }

    /** Delivers; what is owed is forgotten at a restart, because the caller knows how to make it again. */
    public Delivery deliverForgettably(Provider provider, byte[] body) {
        return deliver(provider, body, false);
    }

    private Delivery deliver(Provider provider, byte[] body, boolean durable) {
        var subscription = subscription(provider);
        var status = attempt(subscription, body);
        if (subscription.acknowledges(status)) {
            return new Delivery(status, CompletableFuture.completedFuture(true));
        }
        if (!settings.current().webhookRetries()) {
            return new Delivery(status, CompletableFuture.completedFuture(false));
        }
        var id = durable ? owe(provider, body) : "";
        return new Delivery(status, CompletableFuture.supplyAsync(() -> repeat(subscription, body, id), background));
    }

    private String owe(Provider provider, byte[] body) {
        var id = UUID.randomUUID().toString();
        journal.append(
                OWED, Map.of("id", id, "provider", provider.name(), "body", new String(body, StandardCharsets.UTF_8)));
        return id;
    }

    private boolean repeat(Subscription subscription, byte[] body, String id) {
        var until = System.nanoTime() + properties.retryFor().toNanos();
        var pause = properties.retryFirst();
        var acknowledged = false;
        while (!acknowledged && System.nanoTime() < until && settings.current().webhookRetries()) {
            if (!slept(pause)) {
                return false;
            }
            acknowledged = subscription.acknowledges(attempt(subscription, body));
            pause = shorter(pause.multipliedBy(2), properties.retryLongest());
        }
        if (!id.isEmpty()) {
            journal.append(SETTLED, Map.of("id", id));
        }
        return acknowledged;
    }

    private int attempt(Subscription subscription, byte[] body) {
        var request = HttpRequest.newBuilder(subscription.url())
                .timeout(properties.timeout())
                .header("Content-Type", "application/json")
                .header(subscription.signatureHeader(), subscription.sign(body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return NO_ANSWER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NO_ANSWER;
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(OWED, SETTLED);
    }

    @Override
    public void recall(String kind, JsonNode line) {
        var id = line.path("id").asString();
        if (kind.equals(OWED)) {
            owedFromBefore.put(
                    id,
                    new Owed(
                            Provider.valueOf(line.path("provider").asString()),
                            line.path("body").asString()));
        } else {
            owedFromBefore.remove(id);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOnWithWhatIsOwed() {
        owedFromBefore.forEach((id, owed) -> background.execute(
                () -> repeat(subscription(owed.provider()), owed.body().getBytes(StandardCharsets.UTF_8), id)));
        owedFromBefore.clear();
    }

    private Subscription subscription(Provider provider) {
        var subscription = subscriptions.get(provider);
        if (subscription == null) {
            throw new IllegalStateException("nobody subscribed to " + provider);
        }
        return subscription;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
        http.shutdownNow();
    }
}
