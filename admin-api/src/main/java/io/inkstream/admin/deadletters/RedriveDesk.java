package io.inkstream.admin.deadletters;

import io.inkstream.admin.deadletters.RedrivePlan.Step;
import io.inkstream.admin.web.Problem;
import io.inkstream.schemas.BusinessClock;
import io.inkstream.schemas.Ids;
import io.inkstream.schemas.RecordHeaders;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Puts dead letters back on the topics they came from, as they were: a command keeps its id and its place. Slowly, so that a
 * cause that is not mended shows before everything has died again. Two that run at the same time do no harm: whoever reads
 * the records knows them by their ids, and the redrive by its number.
 */
@Component
class RedriveDesk {
    static final int PER_SECOND_DEFAULT = 10;
    static final int PER_SECOND_MAX = 200;
    /** The topics whose readers know a record that comes once more. */
    static final Set<String> TAKES_BACK = Set.of(
            Topics.OUTBOUND.name(),
            Topics.SHEET_ROWS.name(),
            Topics.INBOUND.name(),
            Topics.RECEIPTS.name(),
            Topics.PAYMENTS.name(),
            Topics.LEAD_COMMANDS.name());

    private static final Logger LOG = LoggerFactory.getLogger(RedriveDesk.class);
    private static final int LETTERS_MAX = 10_000;
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(10);

    private final RedriveStore store;
    private final Producer<String, byte[]> producer;
    private final BusinessClock clock;

    RedriveDesk(RedriveStore store, Producer<String, byte[]> producer, BusinessClock clock) {
        this.store = store;
        this.producer = producer;
        this.clock = clock;
    }

    /** Begins one and returns it, or says what it would do. */
    Redrive begin(String askedBy, RedriveRequest request) {
        if (!request.names()) {
            throw Problem.badRequest("no-filter", "Name ids, a topic, a service, a code or a studio.");
        }
        if (request.hasBlankFilter()) {
            throw Problem.badRequest("blank-filter", "A filter that is given must not be blank.");
        }
        var plan = store.plan(request, LETTERS_MAX);
        if (Boolean.TRUE.equals(request.dryRun())) {
            return Redrive.dryRun(askedBy, plan);
        }
        var reason = request.reason();
        if (reason == null || reason.isBlank()) {
            throw Problem.badRequest("no-reason", "Say why, in \"reason\": it is kept for the audit.");
        }
        var perSecond = request.perSecond() == null ? PER_SECOND_DEFAULT : request.perSecond();
        if (perSecond < 1 || perSecond > PER_SECOND_MAX) {
            throw Problem.badRequest("bad-rate", "perSecond is 1 to " + PER_SECOND_MAX + ".");
        }
        var id = store.begin(askedBy, reason, request, plan);
        Thread.ofVirtual().name("redrive-" + id).start(() -> {
            announce(id, askedBy, plan);
            run(id, plan, perSecond);
        });
        return store.find(id).orElseThrow();
    }

    Optional<Redrive> find(long id) {
        return store.find(id);
    }

    List<Redrive> list() {
        return store.list();
    }

    /** What ran when the process ended runs no more; what it had not sent can be asked for again. */
    @EventListener(ApplicationReadyEvent.class)
    void endInterrupted() {
        store.failRunning("interrupted by a restart; ask again for the rest");
    }

    private void run(long id, RedrivePlan plan, int perSecond) {
        var interval = Duration.ofSeconds(1).toNanos() / perSecond;
        var due = System.nanoTime();
        try {
            for (var step : plan.steps()) {
                while (System.nanoTime() - due < 0) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                publish(step);
                store.sent(id, step);
                due += interval;
            }
            store.finish(id, Redrive.State.DONE, null);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("redrive", id).log("redrive stopped");
            end(id, "stopped: " + e.getClass().getSimpleName());
        }
    }

    private void end(long id, String error) {
        try {
            store.finish(id, Redrive.State.FAILED, error);
        } catch (DataAccessException e) {
            LOG.atError().setCause(e).addKeyValue("redrive", id).log("its end is not recorded");
        }
    }

    private void publish(Step step) throws InterruptedException, ExecutionException, TimeoutException {
        var letter = step.letter();
        var record = new ProducerRecord<>(letter.originTopic(), letter.key(), letter.value());
        header(record, RecordHeaders.REDRIVE, String.valueOf(step.number()));
        header(record, RecordHeaders.CAUSATION_ID, letter.id());
        header(record, RecordHeaders.STUDIO, letter.studio());
        producer.send(record).get(ACKNOWLEDGED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** For everybody who watches; who asked and why stands in the table. */
    private void announce(long id, String askedBy, RedrivePlan plan) {
        var event = new SystemEvent(
                Ids.derived(String.valueOf(id), "redrive@" + clock.instant(), 0),
                clock.instant(),
                SystemEvent.Level.INFO,
                "dead-letters.redriven",
                null,
                null,
                null,
                Map.of(
                        "redrive", String.valueOf(id),
                        "by", askedBy.contains("@") ? "a user" : askedBy,
                        "letters", String.valueOf(plan.steps().size())));
        try {
            var _ = producer.send(new ProducerRecord<>(Topics.SYSTEM_EVENTS.name(), null, Json.write(event)));
        } catch (KafkaException e) { // the table has it; the letters matter more
            LOG.atWarn().setCause(e).addKeyValue("redrive", id).log("not announced");
        }
    }

    private static void header(ProducerRecord<?, ?> record, String name, @Nullable String value) {
        if (value != null) {
            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
