package io.inkstream.admin.operations;

import io.inkstream.admin.web.Cursor;
import io.inkstream.admin.web.Page;
import io.inkstream.admin.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OperationsController {
    private final OperationsReader operations;
    private final SystemEventRetention retention;
    private final RetentionProperties settings;

    OperationsController(OperationsReader operations, SystemEventRetention retention, RetentionProperties settings) {
        this.operations = operations;
        this.retention = retention;
        this.settings = settings;
    }

    /** {@code retentionDays}: events older than that are removed; absent: as many as the settings say. */
    record CleanUp(@Nullable Integer retentionDays) {}

    /** How many events were removed. */
    record CleanedUp(int deleted, int retentionDays) {}

    /** Removes old system events now, without waiting for the job that does so every few hours. */
    @PostMapping("/api/events/retention-cleanup")
    CleanedUp cleanUp(@RequestBody(required = false) @Nullable CleanUp request) {
        var asked = request == null ? null : request.retentionDays();
        int days = asked == null ? settings.systemEventDays() : asked;
        if (days < SystemEventRetention.DAYS_MIN) {
            throw Problem.badRequest("retention-too-short", "Events are kept for at least 1 day.");
        }
        return new CleanedUp(retention.removeOlderThan(days), days);
    }

    /** System events, newest first. */
    @GetMapping("/api/events")
    Page<SystemEventItem> events(
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String leadId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return operations.events(level, name, leadId, Cursor.parse(cursor), Page.limit(limit));
    }

    /** Dead letters of all services, newest first, without their content. */
    @GetMapping("/api/dead-letters")
    Page<DeadLetterItem> deadLetters(
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return operations.deadLetters(topic, service, Cursor.parse(cursor), Page.limit(limit));
    }

    /** One dead letter with its content. */
    @GetMapping("/api/dead-letters/{id}")
    DeadLetterItem deadLetter(@PathVariable String id) {
        return operations
                .deadLetter(id)
                .orElseThrow(() -> Problem.notFound("unknown-dead-letter", "There is no such dead letter."));
    }
}
