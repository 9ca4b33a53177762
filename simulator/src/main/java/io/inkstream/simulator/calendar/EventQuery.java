package io.inkstream.simulator.calendar;

import io.inkstream.simulator.calendar.Events.Kept;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code events.list}: filters, pages, and the changes since an earlier list. */
final class EventQuery {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TOKEN = "sync-";
    private static final int USUAL_PAGE = 250;
    private static final int LARGEST_PAGE = 2500;

    private final Events events;
    private final HttpServletRequest request;

    EventQuery(Events events, HttpServletRequest request) {
        this.events = events;
        this.request = request;
    }

    ObjectNode list(String calendar) {
        var upTo = events.changes();
        var since = since(upTo);
        var found = events.all(calendar).stream()
                .filter(kept -> kept.change() > since)
                .filter(kept -> since > 0 || flag("showDeleted") || !kept.cancelled())
                .filter(inTime())
                .filter(hasProperties())
                .sorted(order())
                .toList();
        var start = number("pageToken", 0);
        var end = Math.min(found.size(), start + Math.min(number("maxResults", USUAL_PAGE), LARGEST_PAGE));
        var answer = JSON.createObjectNode();
        answer.put("kind", "calendar#events");
        answer.put("summary", calendar);
        answer.put("timeZone", "Europe/London");
        answer.put("accessRole", "owner");
        var items = answer.putArray("items");
        found.subList(Math.min(start, end), end).forEach(kept -> items.add(kept.event()));
        if (end < found.size()) {
            answer.put("nextPageToken", String.valueOf(end));
        } else {
            answer.put("nextSyncToken", TOKEN + upTo);
        }
        return answer;
    }

    /** The change after which the caller knows nothing; 0 without a token. */
    private long since(long upTo) {
        var token = request.getParameter("syncToken");
        if (token == null) {
            return 0;
        }
        var number = token.startsWith(TOKEN) ? token.substring(TOKEN.length()) : "";
        if (!number.matches("\\d{1,18}") || Long.parseLong(number) > upTo) {
            throw CalendarErrors.syncTokenTooOld();
        }
        return Long.parseLong(number);
    }

    private Predicate<Kept> inTime() {
        var min = time("timeMin", Instant.MIN);
        var max = time("timeMax", Instant.MAX);
        return kept -> events.end(kept).isAfter(min) && events.start(kept).isBefore(max);
    }

    private Predicate<Kept> hasProperties() {
        var wanted = List.of(
                Objects.requireNonNullElse(request.getParameterValues("privateExtendedProperty"), new String[0]));
        return kept -> wanted.stream().allMatch(property -> {
            var equals = property.indexOf('=');
            var value = kept.event()
                    .path("extendedProperties")
                    .path("private")
                    .path(equals < 0 ? property : property.substring(0, equals));
            return value.isString() && value.stringValue().equals(property.substring(equals + 1));
        });
    }

    private Comparator<Kept> order() {
        return "startTime".equals(request.getParameter("orderBy"))
                ? Comparator.comparing(events::start)
                : Comparator.comparingLong(Kept::change);
    }

    private boolean flag(String name) {
        return Boolean.parseBoolean(request.getParameter(name));
    }

    private int number(String name, int otherwise) {
        @Nullable String value = request.getParameter(name);
        return value == null || !value.matches("\\d{1,9}") ? otherwise : Integer.parseInt(value);
    }

    private Instant time(String name, Instant otherwise) {
        @Nullable String value = request.getParameter(name);
        try {
            return value == null ? otherwise : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw CalendarErrors.invalid("badRequest", "Bad Request");
        }
    }
}
