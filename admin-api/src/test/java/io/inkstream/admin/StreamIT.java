package io.inkstream.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.lead.Status;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** News arrive on the stream, and a viewer that was away goes on where it left. */
@Timeout(60)
class StreamIT {
    private final Api api = RunningAdmin.shared().api();

    @Test
    void change_isTold_toWhoWatches() throws Exception {
        var ana = new Person();
        try (var stream = watch(null)) {
            assertThat(stream.next().name()).isEqualTo("hello");

            send(ana);

            stream.until(event -> concerns(event, ana));
        }
    }

    @Test
    void viewerThatWasAway_isToldWhatItMissed() throws Exception {
        String seen;
        try (var stream = watch(null)) {
            seen = stream.next().id();
        }
        var ana = new Person();
        try (var other = watch(null)) {
            other.next();
            send(ana);
            other.until(event -> concerns(event, ana)); // it happened while the first viewer was away
        }

        try (var stream = watch(seen)) {
            assertThat(stream.next().name()).isEqualTo("hello");
            var missed = stream.until(event -> concerns(event, ana));
            assertThat(Long.parseLong(missed.id())).isGreaterThan(Long.parseLong(seen));
        }
    }

    @Test
    void viewerWithAnUnknownEventId_isToldToReadEverythingAgain() throws Exception {
        try (var stream = watch("999999999")) {
            assertThat(stream.next().name()).isEqualTo("reset");
        }
        try (var stream = watch("not-a-number")) {
            assertThat(stream.next().name()).isEqualTo("reset");
        }
    }

    @Test
    void stream_whenItsSessionIsLoggedOut_ends() throws Exception {
        var browser = loggedIn();
        try (var stream = watch(browser, null);
                var ofAProgram = watch(null)) {
            stream.next();
            ofAProgram.next();

            browser.post("/api/logout", Map.of(), Map.of("X-XSRF-TOKEN", String.valueOf(browser.cookie("XSRF-TOKEN"))));

            assertThat(stream.hasEnded()).isTrue();
            var ana = new Person();
            send(ana);
            ofAProgram.until(event -> concerns(event, ana)); // has no session to lose
        }
    }

    @Test
    void stream_whenItsSessionRunsOut_ends() throws Exception {
        var manager = RunningAdmin.shared().sessions();
        var before = Set.of(manager.findSessions());
        var browser = loggedIn();
        try (var stream = watch(browser, null)) {
            stream.next();
            for (var session : manager.findSessions()) {
                if (!before.contains(session)) {
                    session.setMaxInactiveInterval(1);
                }
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                manager.backgroundProcess(); // the container's own look after sessions, which is rare
                return manager.findSessions().length <= before.size();
            });

            assertThat(stream.hasEnded()).isTrue();
        }
    }

    private static Api loggedIn() {
        var browser = RunningAdmin.shared().stranger();
        var login = Map.of("email", "admin@inkstream.local", "password", "inkstream-dev-admin");
        assertThat(browser.post("/api/login", login).status()).isEqualTo(200);
        return browser;
    }

    private static void send(Person person) {
        TestKafka.send(
                Topics.LEAD_EVENTS,
                person.contactId(),
                person.decision("hi", person.lead(Status.QUALIFYING, 1), List.of(), List.of()));
    }

    private static boolean concerns(Event event, Person person) {
        return event.name().equals("change")
                && event.data()
                        .path("leads")
                        .path("ids")
                        .valueStream()
                        .anyMatch(id -> id.asString().equals(person.leadId()));
    }

    private Stream watch(@Nullable String lastEventId) throws IOException, InterruptedException {
        return watch(api, lastEventId);
    }

    private static Stream watch(Api api, @Nullable String lastEventId) throws IOException, InterruptedException {
        var request = api.request("/api/stream").header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        var response = api.http().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return new Stream(response.body());
    }

    private record Event(String name, String id, JsonNode data) {}

    /** Reads server-sent events as a browser does. */
    private static final class Stream implements AutoCloseable {
        private final BufferedReader lines;

        Stream(InputStream body) {
            lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        Event next() throws IOException {
            var name = "";
            var id = "";
            var data = "";
            while (true) {
                var line = lines.readLine();
                if (line == null) {
                    throw new AssertionError("the stream ended");
                }
                if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    data = line.substring(5).strip();
                } else if (line.isEmpty() && !name.isEmpty()) {
                    return new Event(name, id, Json.MAPPER.readTree(data));
                }
            }
        }

        Event until(Predicate<Event> wanted) throws IOException {
            while (true) {
                var event = next();
                if (wanted.test(event)) {
                    return event;
                }
            }
        }

        /** Reads what is left; returns when the server has closed the stream. */
        boolean hasEnded() throws IOException {
            while (lines.readLine() != null) {
                // heartbeats
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
