package io.inkstream.admin.live;

import io.inkstream.admin.web.Problem;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of news: what changed, by kind and id. Viewers read the changed things again by REST. */
@RestController
class StreamController {
    private static final long FOREVER = 0L;

    private final ChangeReader changes;
    private final CommitSignal signal;
    private final StreamProperties settings;
    private final Semaphore places;

    StreamController(ChangeReader changes, CommitSignal signal, StreamProperties settings) {
        this.changes = changes;
        this.signal = signal;
        this.settings = settings;
        this.places = new Semaphore(settings.viewersMax());
    }

    /**
     * Server-sent events: {@code change}; after a gap too long to bridge, {@code reset}: read everything again. A stream that
     * was opened in a login session ends with it.
     */
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    @GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request) {
        var session = request.getSession(false); // none: a program with a key
        var ofSession = session == null ? null : SessionStreams.of(session);
        if (!places.tryAcquire()) {
            throw Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "too-many-viewers",
                            "Too many streams are open on this instance.",
                            Map.of())
                    .retryAfter(settings.heartbeat().toSeconds());
        }
        var emitter = new SseEmitter(FOREVER);
        var viewer = new Viewer(emitter, changes, signal, settings);
        if (ofSession != null) {
            ofSession.add(viewer);
        }
        Thread.ofVirtual().name("viewer").start(() -> {
            try {
                viewer.follow(lastEventId);
            } finally {
                places.release();
                if (ofSession != null) {
                    ofSession.remove(viewer);
                }
            }
        });
        return emitter;
    }
}
