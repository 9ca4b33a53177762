package io.inkstream.cli;

import io.inkstream.schemas.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The admin API as an operator uses it. A failed call throws with what the API said; watching a rebuild survives some. */
final class AdminApi {
    private static final String REPLAYS = "/api/replay/projections";
    private static final String RETENTION = "/api/events/retention-cleanup";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final Access access;

    AdminApi(Access access) {
        this.access = access;
    }

    /** Where the API is and who asks. */
    static final class Access {
        @Option(
                names = "--admin",
                paramLabel = "<url>",
                description = "the admin API (default ${DEFAULT-VALUE})",
                defaultValue = "${env:INKSTREAM_ADMIN_URL:-http://localhost:8081}")
        URI url = URI.create("");

        /** The default is public: every profile but standalone refuses it. The help names it without showing a real one. */
        @Option(
                names = "--api-key",
                paramLabel = "<key>",
                description = "its key (default: INKSTREAM_API_KEY, or the standalone one)",
                defaultValue = "${env:INKSTREAM_API_KEY:-inkstream-dev-key}")
        String key = "";

        @Option(
                names = "--patience",
                paramLabel = "<time>",
                description =
                        "how long to go on asking after a rebuild while nobody answers (default ${DEFAULT-VALUE})",
                defaultValue = "PT2M")
        Duration patience = Duration.ZERO;
    }

    /** A failure that may pass: nobody answered, or with an error of the server. */
    private static final class NoAnswer extends IllegalStateException {
        NoAnswer(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Rebuilds the tables and says how it goes; true when it ended well, though tables may have differed before. */
    boolean replayProjections(boolean dryRun, Consumer<String> say) throws InterruptedException {
        var replay = post(REPLAYS, Json.MAPPER.createObjectNode().put("dryRun", dryRun));
        var told = "";
        while (true) {
            var now = ReplayReport.progress(replay);
            if (!now.equals(told)) {
                say.accept(now);
                told = now;
            }
            if (!replay.path("state").asString("").equals("RUNNING")) {
                ReplayReport.outcome(replay).forEach(say);
                return replay.path("state").asString("").equals("DONE");
            }
            Thread.sleep(LOOK_EVERY);
            replay = look(replay.path("id").asLong(), say);
        }
    }

    /** Removes system events older than so many days; how many there were. */
    int removeEventsOlderThan(int days) throws InterruptedException {
        return post(RETENTION, Json.MAPPER.createObjectNode().put("retentionDays", days))
                .path("deleted")
                .asInt();
    }

    /** The rebuild goes on in the service whoever watches, so one failed look is no reason to leave. */
    private JsonNode look(long id, Consumer<String> say) throws InterruptedException {
        var path = REPLAYS + "/" + id;
        var giveUpAt = System.nanoTime() + access.patience.toNanos();
        var failed = false;
        while (true) {
            try {
                var replay = get(path);
                if (failed) {
                    say.accept("rebuild " + id + ": the admin API answers again");
                }
                return replay;
            } catch (NoAnswer e) {
                if (System.nanoTime() > giveUpAt) {
                    throw new IllegalStateException(
                            "lost sight of rebuild " + id + ", which may still be running (GET " + path + " tells): "
                                    + e.getMessage(),
                            e);
                }
                if (!failed) {
                    say.accept("rebuild " + id + ": " + e.getMessage() + "; asking again for "
                            + access.patience.toSeconds() + " s");
                }
                failed = true;
                Thread.sleep(LOOK_EVERY);
            }
        }
    }

    /** The newest dead letters, without their content. */
    JsonNode deadLetters(String query) throws InterruptedException {
        return get("/api/dead-letters" + query);
    }

    /** One dead letter with its content. */
    JsonNode deadLetter(String id) throws InterruptedException {
        return get("/api/dead-letters/" + encoded(id));
    }

    /** Begins a redrive and follows it to its end; of a dry run what would be done. */
    JsonNode redrive(JsonNode request, Consumer<JsonNode> progress) throws InterruptedException {
        var redrive = post("/api/dead-letters/redrive", request);
        progress.accept(redrive);
        while (redrive.path("state").asString("").equals("RUNNING")) {
            Thread.sleep(LOOK_EVERY);
            redrive = get("/api/redrives/" + redrive.path("id").asLong());
            progress.accept(redrive);
        }
        return redrive;
    }

    /** A text as part of an address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode post(String path, JsonNode body) throws InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.writeText(body))));
    }

    private JsonNode get(String path) throws InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        var root = access.url.toString();
        return HttpRequest.newBuilder(
                        URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path))
                .header("X-Api-Key", access.key)
                .timeout(REQUEST_TIMEOUT);
    }

    private JsonNode send(HttpRequest.Builder request) throws InterruptedException {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= SERVER_ERROR || response.statusCode() == TOO_MANY_REQUESTS) {
                throw new NoAnswer(refusal(response.statusCode(), response.body()), null);
            }
            if (response.statusCode() > 299) {
                throw new IllegalStateException(refusal(response.statusCode(), response.body()));
            }
            return Json.MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new NoAnswer("the admin API at " + access.url + " does not answer: " + reason(e), e);
        } catch (JacksonException e) {
            throw new IllegalStateException(access.url + " does not answer like the admin API; is --admin right?", e);
        }
    }

    /** The problem's own words (RFC 9457) where there are any. */
    private String refusal(int status, String body) {
        var said = "";
        try {
            var problem = Json.MAPPER.readTree(body);
            said = problem.path("detail").asString(problem.path("title").asString(""));
        } catch (JacksonException e) {
            said = ""; // not a problem document: the status has to do
        }
        var hint = status == 401 || status == 403 ? " (is --api-key right?)" : "";
        return "the admin API answered " + status + (said.isEmpty() ? "" : ": " + said) + hint;
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
