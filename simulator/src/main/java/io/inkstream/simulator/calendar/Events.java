package io.inkstream.simulator.calendar;

import io.inkstream.schemas.BusinessClock;
import io.inkstream.simulator.journal.Journal;
import io.inkstream.simulator.journal.Remembered;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The events of all calendars. A deleted event stays, cancelled: its id is taken for ever. */
@Component
final class Events implements Remembered {
    private static final String CHANGED = "calendar-event";
    private static final String CANCELLED = "cancelled";
    private static final String ID_ALPHABET = "0123456789abcdefghijklmnopqrstuv";
    private static final Pattern ID = Pattern.compile("[0-9a-v]{5,1024}");
    private static final int MADE_UP_ID = 26;
    private static final long FIRST_ETAG = 3_580_000_000_000_000L;
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Map<String, Kept>> calendars = new LinkedHashMap<>();
    private final CalendarProperties properties;
    private final BusinessClock clock;
    private final Journal journal;
    private long changes;

    /** An event as last written; {@code change} orders all writes. */
    record Kept(String calendar, ObjectNode event, long change) {
        boolean cancelled() {
            return event.path("status").asString("").equals(CANCELLED);
        }
    }

    Events(CalendarProperties properties, BusinessClock clock, Journal journal) {
        this.properties = properties;
        this.clock = clock;
        this.journal = journal;
    }

    synchronized ObjectNode insert(String calendar, JsonNode wanted) {
        var events = writable(calendar);
        var id = wanted.path("id").asString("");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            throw CalendarErrors.invalid("invalid", "Invalid resource id value.");
        }
        if (events.containsKey(id)) {
            throw CalendarErrors.duplicate();
        }
        checkTimes(wanted);
        return keep(calendar, completed(calendar, id.isEmpty() ? madeUpId() : id, wanted));
    }

    private ObjectNode completed(String calendar, String id, JsonNode wanted) {
        var now = MILLIS.format(clock.instant());
        var event = JSON.createObjectNode();
        event.put("id", id);
        wanted.properties().forEach(part -> event.set(part.getKey(), part.getValue()));
        event.put("id", id);
        if (!event.has("status")) {
            event.put("status", "confirmed");
        }
        if (!event.has("reminders")) {
            event.putObject("reminders").put("useDefault", true);
        }
        event.put("kind", "calendar#event");
        event.put("created", now);
        event.put("updated", now);
        event.put("htmlLink", "https://www.google.com/calendar/event?eid=" + id);
        event.put("iCalUID", id + "@google.com");
        event.put("sequence", 0);
        event.putObject("creator").put("email", "svc@project.example.invalid");
        event.putObject("organizer").put("email", calendar).put("self", true);
        event.put("eventType", "default");
        return event;
    }

    synchronized ObjectNode get(String calendar, String id) {
        var kept = existing(calendar).get(id);
        if (kept == null) {
            throw CalendarErrors.notFound();
        }
        return kept.event().deepCopy();
    }

    /** {@code whole}: what is not named is dropped (PUT), else it stays (PATCH). */
    synchronized ObjectNode change(
            String calendar, String id, JsonNode wanted, boolean whole, @Nullable String ifMatch) {
        var before = writable(calendar).get(id);
        if (before == null) {
            throw CalendarErrors.notFound();
        }
        checkUnchanged(before, ifMatch);
        var event = whole ? completed(calendar, id, wanted) : before.event().deepCopy();
        if (!whole) {
            merge(event, wanted);
        }
        event.put("id", id);
        event.set("created", before.event().path("created"));
        event.put("updated", MILLIS.format(clock.instant()));
        event.put("sequence", before.event().path("sequence").asInt(0) + 1);
        checkTimes(event);
        return keep(calendar, event);
    }

    synchronized void delete(String calendar, String id, @Nullable String ifMatch) {
        var before = writable(calendar).get(id);
        if (before == null) {
            throw CalendarErrors.notFound();
        }
        if (before.cancelled()) {
            throw CalendarErrors.deleted();
        }
        checkUnchanged(before, ifMatch);
        var event = before.event().deepCopy();
        event.put("status", CANCELLED);
        event.put("updated", MILLIS.format(clock.instant()));
        var _ = keep(calendar, event);
    }

    /** Every event, also cancelled ones, oldest first. */
    synchronized List<Kept> all(String calendar) {
        return List.copyOf(existing(calendar).values());
    }

    synchronized List<Kept> everywhere() {
        return calendars.values().stream()
                .flatMap(events -> events.values().stream())
                .sorted(Comparator.comparingLong(Kept::change))
                .toList();
    }

    synchronized long changes() {
        return changes;
    }

    /** Where a person's own events go: the calendar that the studio works with. */
    synchronized String usualCalendar() {
        return calendars.isEmpty()
                ? properties.usual()
                : calendars.keySet().iterator().next();
    }

    /** A stretch of time that is taken; the end is not part of it. */
    record Busy(Instant start, Instant end) {}

    /** Opaque, uncancelled events inside the query, merged where they touch. */
    synchronized List<Busy> busy(String calendar, Instant from, Instant to) {
        var merged = new ArrayList<Busy>();
        existing(calendar).values().stream()
                .filter(kept -> !kept.cancelled()
                        && !kept.event().path("transparency").asString("").equals("transparent"))
                .map(kept -> new Busy(start(kept), end(kept)))
                .filter(busy -> busy.start().isBefore(to) && busy.end().isAfter(from))
                .map(busy -> new Busy(latest(busy.start(), from), earliest(busy.end(), to)))
                .sorted(Comparator.comparing(Busy::start))
                .forEach(busy -> {
                    var last = merged.isEmpty() ? null : merged.getLast();
                    if (last != null && !busy.start().isAfter(last.end())) {
                        merged.set(merged.size() - 1, new Busy(last.start(), latest(last.end(), busy.end())));
                    } else {
                        merged.add(busy);
                    }
                });
        return merged;
    }

    boolean exists(String calendar) {
        return properties.existing().isEmpty() || properties.existing().contains(calendar);
    }

    Instant start(Kept kept) {
        return EventTime.read(kept.event().path("start"), properties.zone());
    }

    Instant end(Kept kept) {
        return EventTime.read(kept.event().path("end"), properties.zone());
    }

    private void checkTimes(JsonNode event) {
        for (var side : new String[] {"start", "end"}) {
            if (!event.path(side).hasNonNull("dateTime") && !event.path(side).hasNonNull("date")) {
                throw CalendarErrors.invalid("required", "Missing " + side + " time.");
            }
        }
        var start = EventTime.read(event.path("start"), properties.zone());
        if (!start.isBefore(EventTime.read(event.path("end"), properties.zone()))) {
            throw CalendarErrors.invalid("timeRangeEmpty", "The specified time range is empty.");
        }
    }

    private static void checkUnchanged(Kept kept, @Nullable String ifMatch) {
        if (ifMatch != null
                && !ifMatch.equals("*")
                && !ifMatch.equals(kept.event().path("etag").asString(""))) {
            throw CalendarErrors.changedSince();
        }
    }

    private static void merge(ObjectNode event, JsonNode wanted) {
        wanted.properties().forEach(part -> {
            var value = part.getValue();
            if (value.isNull()) {
                event.remove(part.getKey());
            } else if (value.isObject() && event.path(part.getKey()) instanceof ObjectNode inner) {
                merge(inner, value);
            } else {
                event.set(part.getKey(), value);
            }
        });
    }

    private ObjectNode keep(String calendar, ObjectNode event) {
        changes++;
        event.put("etag", "\"" + (FIRST_ETAG + changes) + "\"");
        put(new Kept(calendar, event, changes));
        journal.append(CHANGED, Map.of("calendar", calendar, "change", changes, "event", event));
        return event.deepCopy();
    }

    private void put(Kept kept) {
        calendars
                .computeIfAbsent(kept.calendar(), _ -> new LinkedHashMap<>())
                .put(kept.event().path("id").asString(), kept);
    }

    private Map<String, Kept> existing(String calendar) {
        if (!exists(calendar)) {
            throw CalendarErrors.notFound();
        }
        return calendars.computeIfAbsent(calendar, _ -> new LinkedHashMap<>());
    }

    private Map<String, Kept> writable(String calendar) {
        if (properties.notShared().contains(calendar)) {
            throw CalendarErrors.readOnly();
        }
        return existing(calendar);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String madeUpId() {
        var random = ThreadLocalRandom.current();
        var id = new StringBuilder();
        for (var i = 0; i < MADE_UP_ID; i++) {
            id.append(ID_ALPHABET.charAt(random.nextInt(ID_ALPHABET.length())));
        }
        return id.toString();
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CHANGED);
    }

    @Override
    public synchronized void recall(String kind, JsonNode line) {
        changes = Math.max(changes, line.path("change").asLong());
        put(new Kept(
                line.path("calendar").asString(),
                (ObjectNode) line.path("event"),
                line.path("change").asLong()));
    }
}
