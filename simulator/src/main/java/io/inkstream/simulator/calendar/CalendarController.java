package io.inkstream.simulator.calendar;

import io.inkstream.simulator.calendar.Events.Busy;
import io.inkstream.simulator.faults.ConnectionBroken;
import io.inkstream.simulator.faults.FaultGate;
import io.inkstream.simulator.faults.Target;
import io.inkstream.simulator.google.AccessTokens;
import io.inkstream.simulator.google.GoogleRefusal;
import io.inkstream.simulator.http.Answer;
import io.inkstream.simulator.http.JsonBody;
import io.inkstream.simulator.http.TokenBucket;
import io.inkstream.simulator.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The Calendar API under {@code /calendar/v3}. */
@RestController
@RequestMapping("/calendar/v3")
class CalendarController {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final CalendarErrors ERRORS = new CalendarErrors();
    private static final int CALLS_PER_MINUTE = 600;
    private static final int CALENDARS_PER_QUERY = 50;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Events events;
    private final AccessTokens tokens;
    private final FaultGate faults;
    private final Settings settings;
    private final TokenBucket rate = new TokenBucket(CALLS_PER_MINUTE, CALLS_PER_MINUTE / 60.0, System::nanoTime);

    CalendarController(Events events, AccessTokens tokens, FaultGate faults, Settings settings) {
        this.events = events;
        this.tokens = tokens;
        this.faults = faults;
        this.settings = settings;
    }

    @PostMapping("/freeBusy")
    ResponseEntity<byte[]> freeBusy(HttpServletRequest request) throws IOException {
        return answer(request, body -> Answer.json(200, freeBusy(body)));
    }

    @GetMapping("/calendars/{calendar}/events")
    ResponseEntity<byte[]> list(@PathVariable String calendar, HttpServletRequest request) throws IOException {
        return answer(request, _ -> Answer.json(200, new EventQuery(events, request).list(calendar)));
    }

    @GetMapping("/calendars/{calendar}/events/{id}")
    ResponseEntity<byte[]> get(@PathVariable String calendar, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        return answer(request, _ -> shown(events.get(calendar, id)));
    }

    @PostMapping("/calendars/{calendar}/events")
    ResponseEntity<byte[]> insert(@PathVariable String calendar, HttpServletRequest request) throws IOException {
        return answer(
                request,
                body -> troubled(
                        calendar,
                        body.path("id").asString(""),
                        "insert",
                        request,
                        () -> shown(events.insert(calendar, body))));
    }

    @PatchMapping("/calendars/{calendar}/events/{id}")
    ResponseEntity<byte[]> patch(@PathVariable String calendar, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        return answer(
                request,
                body -> troubled(
                        calendar,
                        id,
                        "patch",
                        request,
                        () -> shown(events.change(calendar, id, body, false, request.getHeader("If-Match")))));
    }

    @PutMapping("/calendars/{calendar}/events/{id}")
    ResponseEntity<byte[]> update(@PathVariable String calendar, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        return answer(
                request,
                body -> troubled(
                        calendar,
                        id,
                        "update",
                        request,
                        () -> shown(events.change(calendar, id, body, true, request.getHeader("If-Match")))));
    }

    @DeleteMapping("/calendars/{calendar}/events/{id}")
    ResponseEntity<byte[]> delete(@PathVariable String calendar, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        return answer(
                request,
                _ -> troubled(calendar, id, "delete", request, () -> {
                    events.delete(calendar, id, request.getHeader("If-Match"));
                    return Answer.empty(204);
                }));
    }

    @RequestMapping("/**")
    ResponseEntity<byte[]> unknown() {
        return CalendarErrors.notFound().error().answer().entity();
    }

    @ExceptionHandler(ConnectionBroken.class)
    void nobodyToAnswer() {
        // the connection is closed
    }

    private Answer troubled(
            String calendar, String id, String operation, HttpServletRequest request, Supplier<Answer> work) {
        var about = Map.of("calendar", calendar, "event", id, "operation", operation);
        return faults.through(Target.CALENDAR, about, ERRORS, request, () -> refusable(work));
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, Function<JsonNode, Answer> work)
            throws IOException {
        var problem = tokens.check(request.getHeader("Authorization"));
        if (problem.isPresent()) {
            return ERRORS.error(401, null).entity();
        }
        var body = JsonBody.read(request);
        if (body == null) {
            return CalendarErrors.invalid("parseError", "Parse Error")
                    .error()
                    .answer()
                    .entity();
        }
        if (settings.current().rates() && !rate.take()) {
            return CalendarErrors.tooFast().error().answer().entity();
        }
        return refusable(() -> work.apply(body)).entity();
    }

    private static Answer refusable(Supplier<Answer> work) {
        try {
            return work.get();
        } catch (GoogleRefusal refusal) {
            return refusal.error().answer();
        }
    }

    private static Answer shown(ObjectNode event) {
        return Answer.json(200, event).with("ETag", event.path("etag").asString());
    }

    private ObjectNode freeBusy(JsonNode query) {
        var from = time(query, "timeMin");
        var to = time(query, "timeMax");
        var zone = ZoneId.of(query.path("timeZone").asString("UTC"));
        var answer = JSON.createObjectNode();
        answer.put("kind", "calendar#freeBusy");
        answer.put("timeMin", MILLIS.format(from));
        answer.put("timeMax", MILLIS.format(to));
        var calendars = answer.putObject("calendars");
        var asked = 0;
        for (var item : query.path("items")) {
            var calendar = item.path("id").asString("");
            var shown = calendars.putObject(calendar);
            var problem = ++asked > CALENDARS_PER_QUERY ? "tooManyCalendarsRequested" : "notFound";
            if (asked > CALENDARS_PER_QUERY || !events.exists(calendar)) {
                shown.putArray("errors").addObject().put("domain", "global").put("reason", problem);
                shown.putArray("busy");
            } else {
                putBusy(shown, events.busy(calendar, from, to), zone);
            }
        }
        return answer;
    }

    private static void putBusy(ObjectNode shown, List<Busy> taken, ZoneId zone) {
        var busy = shown.putArray("busy");
        for (var one : taken) {
            busy.addObject()
                    .put("start", SECONDS.format(one.start().atZone(zone)))
                    .put("end", SECONDS.format(one.end().atZone(zone)));
        }
    }

    private static Instant time(JsonNode query, String name) {
        try {
            return OffsetDateTime.parse(query.path(name).asString("")).toInstant();
        } catch (DateTimeException e) {
            throw CalendarErrors.invalid("required", "Missing or invalid " + name + " parameter.");
        }
    }
}
