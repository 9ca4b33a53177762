package io.inkstream.admin.operations;

import io.inkstream.admin.web.Cursor;
import io.inkstream.admin.web.Page;
import io.inkstream.admin.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OperationsController {
    private final OperationsReader operations;

    OperationsController(OperationsReader operations) {
        this.operations = operations;
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
