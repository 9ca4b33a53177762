package io.inkstream.simulator.whatsapp;

import io.inkstream.schemas.BusinessClock;
import io.inkstream.simulator.journal.Journal;
import io.inkstream.simulator.journal.Remembered;
import io.inkstream.simulator.settings.Settings;
import io.inkstream.simulator.webhooks.Provider;
import io.inkstream.simulator.webhooks.Webhooks;
import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Tells the studio what becomes of its messages: {@code sent} with the next batch after a message is accepted,
 * {@code delivered} with the one after, {@code read} when the person has it on screen. A batch holds at most as many
 * updates as Meta puts into one POST. Messages whose {@code delivered} was not acknowledged when the process died are
 * reported again after the next start.
 */
@Component
final class StatusWebhooks implements Remembered, Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(StatusWebhooks.class);
    private static final String REPORTED = "reported";
    private static final int UPDATES_PER_POST = 1000;

    private final ConcurrentLinkedQueue<SentMessage> accepted = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<SentMessage> read = new ConcurrentLinkedQueue<>();
    private final ArrayDeque<SentMessage> sent = new ArrayDeque<>();
    private final ConcurrentSkipListSet<Long> unreported = new ConcurrentSkipListSet<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("statuses").factory());
    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();
    private final StatusPayload payload;
    private final WhatsAppProperties properties;
    private final BusinessClock clock;
    private final Chats chats;
    private final Webhooks webhooks;
    private final Journal journal;
    private final Settings settings;
    private long reportedBefore;

    /** One entry of {@code statuses}. */
    record Update(SentMessage message, Stage stage) {}

    StatusWebhooks(
            StatusPayload payload,
            WhatsAppProperties properties,
            BusinessClock clock,
            Chats chats,
            Webhooks webhooks,
            Journal journal,
            Settings settings) {
        this.payload = payload;
        this.properties = properties;
        this.clock = clock;
        this.chats = chats;
        this.webhooks = webhooks;
        this.journal = journal;
        this.settings = settings;
    }

    void accepted(SentMessage message) {
        if (settings.current().statuses()) {
            unreported.add(message.number());
            accepted.add(message);
        }
    }

    void read(SentMessage message) {
        if (settings.current().statuses()) {
            read.add(message);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        chats.all().stream()
                .flatMap(chat -> chat.sent().stream())
                .sorted(Comparator.comparingLong(ChatEntry::number))
                .forEach(this::takeUpAgain);
        var interval = properties.statusInterval().toNanos();
        var _ = timer.scheduleWithFixedDelay(this::tick, interval, interval, TimeUnit.NANOSECONDS);
    }

    private void takeUpAgain(SentMessage message) {
        if (message.number() <= reportedBefore) {
            message.reach(Stage.DELIVERED);
        } else {
            accepted(message);
        }
    }

    private void tick() {
        try {
            collect();
        } catch (RuntimeException e) { // one bad batch must not end the timer
            LOG.atError().setCause(e).log("statuses not delivered");
        }
    }

    private void collect() {
        var updates = new ArrayList<Update>();
        for (var message = sent.poll(); message != null; message = sent.poll()) {
            updates.add(new Update(message, Stage.DELIVERED));
        }
        for (var message = accepted.poll(); message != null; message = accepted.poll()) {
            updates.add(new Update(message, Stage.SENT));
            sent.add(message);
        }
        for (var message = read.poll(); message != null; message = read.poll()) {
            updates.add(new Update(message, Stage.READ));
        }
        for (var from = 0; from < updates.size(); from += UPDATES_PER_POST) {
            var batch = List.copyOf(updates.subList(from, Math.min(updates.size(), from + UPDATES_PER_POST)));
            deliveries.execute(() -> deliver(batch));
        }
    }

    private void deliver(List<Update> batch) {
        batch.forEach(update -> chats.reach(update.message().wamid(), update.stage()));
        var _ = webhooks.deliverForgettably(Provider.META, payload.of(batch, clock.instant()))
                .acknowledged()
                .thenAccept(_ -> reported(batch)); // also when given up: Meta would not start over either
    }

    private void reported(List<Update> batch) {
        batch.stream()
                .filter(update -> update.stage() == Stage.DELIVERED)
                .forEach(update -> unreported.remove(update.message().number()));
        var last = batch.getLast().message().number();
        var firstOpen = unreported.isEmpty() ? last + 1 : unreported.first();
        journal.append(REPORTED, Map.of("upTo", Math.min(last, firstOpen - 1)));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(REPORTED);
    }

    @Override
    public void recall(String kind, JsonNode line) {
        reportedBefore = Math.max(reportedBefore, line.path("upTo").asLong());
    }

    @Override
    public void close() {
        timer.shutdownNow();
        deliveries.shutdownNow();
    }
}
