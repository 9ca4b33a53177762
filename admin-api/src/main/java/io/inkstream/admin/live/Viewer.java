package io.inkstream.admin.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open stream. It reads the numbered changes from the database, so that it can go on anywhere after any gap. */
final class Viewer {
    private static final Logger LOG = LoggerFactory.getLogger(Viewer.class);
    private static final int CHANGES_AT_ONCE = 500;

    private final SseEmitter emitter;
    private final ChangeReader changes;
    private final CommitSignal signal;
    private final StreamProperties settings;
    private volatile boolean gone;

    Viewer(SseEmitter emitter, ChangeReader changes, CommitSignal signal, StreamProperties settings) {
        this.emitter = emitter;
        this.changes = changes;
        this.signal = signal;
        this.settings = settings;
        emitter.onCompletion(this::leave);
        emitter.onTimeout(this::leave);
        emitter.onError(_ -> leave());
    }

    /** Sends news until the viewer leaves; {@code lastEventId}: what it saw last, from an earlier connection. */
    void follow(@Nullable String lastEventId) {
        try {
            var n = greet(lastEventId);
            while (!gone) {
                n = next(n);
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("viewer left");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (DataAccessException e) {
            emitter.complete(); // the browser connects again, and goes on from its last event id
        }
    }

    /** Ends the stream from outside: who watches may no longer. */
    void dismiss() {
        gone = true;
        emitter.complete();
    }

    private long greet(@Nullable String lastEventId) throws IOException {
        var newest = changes.newest();
        var seen = number(lastEventId);
        if (seen == null) {
            send("hello", newest, Map.of());
            return newest;
        }
        var oldest = changes.oldest().orElse(newest + 1);
        if (seen > newest || seen + 1 < oldest) {
            send("reset", newest, Map.of());
            return newest;
        }
        send("hello", seen, Map.of());
        return seen;
    }

    private long next(long n) throws IOException, InterruptedException {
        var count = signal.count();
        var news = changes.after(n, CHANGES_AT_ONCE);
        if (news.isEmpty()) {
            if (signal.awaitAfter(count, settings.heartbeat()) == count && !gone) {
                emitter.send(SseEmitter.event().comment("heartbeat"));
            }
            return n;
        }
        var last = news.getLast().n();
        send("change", last, CoalescedChanges.of(news));
        pace();
        return last;
    }

    private void pace() throws InterruptedException {
        Thread.sleep(settings.coalesce());
    }

    private void send(String name, long n, Map<String, ?> data) throws IOException {
        emitter.send(SseEmitter.event()
                .id(String.valueOf(n))
                .name(name)
                .reconnectTime(Duration.ofSeconds(1).toMillis())
                .data(data, MediaType.APPLICATION_JSON));
    }

    private void leave() {
        gone = true;
    }

    private static @Nullable Long number(@Nullable String lastEventId) {
        try {
            return lastEventId == null || lastEventId.isBlank() ? null : Long.valueOf(lastEventId.strip());
        } catch (NumberFormatException e) {
            return -1L; // not one of ours: the viewer must read everything again
        }
    }
}
