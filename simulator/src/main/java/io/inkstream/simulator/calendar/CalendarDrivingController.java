package io.inkstream.simulator.calendar;

import io.inkstream.simulator.calendar.Events.Kept;
import io.inkstream.simulator.google.GoogleRefusal;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /sim/calendar/events}: the artist's own hand in the calendar. */
@RestController
@RequestMapping("/sim/calendar/events")
class CalendarDrivingController {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Events events;

    CalendarDrivingController(Events events) {
        this.events = events;
    }

    @GetMapping
    List<ObjectNode> list(@RequestParam(defaultValue = "false") boolean showDeleted) {
        return events.everywhere().stream()
                .filter(kept -> showDeleted || !kept.cancelled())
                .map(kept -> kept.event().deepCopy().put("calendarId", kept.calendar()))
                .toList();
    }

    /** {@code summary}, {@code start} and {@code end}, each a date-time with offset or Google's object; {@code calendarId} if not the usual. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode add(@RequestBody JsonNode wanted) {
        var event = (ObjectNode) wanted.deepCopy();
        event.remove("calendarId");
        putTime(event, "start");
        putTime(event, "end");
        return events.insert(wanted.path("calendarId").asString(events.usualCalendar()), event);
    }

    @PatchMapping("/{id}")
    ObjectNode move(@PathVariable String id, @RequestBody JsonNode wanted) {
        var event = (ObjectNode) wanted.deepCopy();
        putTime(event, "start");
        putTime(event, "end");
        return events.change(find(id).calendar(), id, event, false, null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        events.delete(find(id).calendar(), id, null);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refuse(GoogleRefusal refusal) {
        return refusal.error().answer().entity();
    }

    @ExceptionHandler
    ResponseEntity<Void> unknown(NoSuchElementException problem) {
        return ResponseEntity.notFound().build();
    }

    private Kept find(String id) {
        return events.everywhere().stream()
                .filter(kept -> kept.event().path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void putTime(ObjectNode event, String side) {
        if (event.path(side).isString()) {
            event.set(
                    side,
                    JSON.createObjectNode().put("dateTime", event.path(side).stringValue()));
        }
    }
}
