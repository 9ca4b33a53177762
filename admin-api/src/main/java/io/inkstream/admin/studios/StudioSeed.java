package io.inkstream.admin.studios;

import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One studio's settings as an operator wrote them: the fields of {@link StudioConfig} without version and time. A tour
 * stop may say {@code startsInDays} and {@code days} instead of dates; it is resolved when the seed is published.
 */
record StudioSeed(String file, ObjectNode tree) {
    private static final String TOUR_STOPS = "tourStops";

    String studio() {
        return tree.path("studio").asString();
    }

    /** Changes when, and only when, the content does: comments, order and spacing do not count. */
    String fingerprint() {
        try {
            var canonical = canonical(tree).toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The settings as published at {@code now}; relative tour stops count from that day in the studio's zone. */
    StudioConfig at(long version, Instant now) {
        var resolved = tree.deepCopy();
        var today = LocalDate.ofInstant(now, ZoneId.of(tree.path("zone").asString("UTC")));
        for (var stop : resolved.path(TOUR_STOPS)) {
            resolve((ObjectNode) stop, today);
        }
        resolved.put("type", "studio.config");
        resolved.put("id", studio() + "@" + version);
        resolved.put("occurredAt", now.toString());
        resolved.put("configVersion", version);
        return Json.MAPPER.treeToValue(resolved, StudioConfig.class);
    }

    private static void resolve(ObjectNode stop, LocalDate today) {
        if (!stop.has("startsInDays")) {
            return;
        }
        var start = today.plusDays(stop.remove("startsInDays").asLong());
        var days = stop.remove("days").asLong();
        stop.put("start", start.toString());
        stop.put("end", start.plusDays(days - 1).toString());
    }

    private static JsonNode canonical(JsonNode node) {
        if (node.isObject()) {
            var sorted = Json.MAPPER.createObjectNode();
            node.propertyNames().stream().sorted().forEach(name -> sorted.set(name, canonical(node.path(name))));
            return sorted;
        }
        if (node.isArray()) {
            var copy = Json.MAPPER.createArrayNode();
            node.forEach(element -> copy.add(canonical(element)));
            return copy;
        }
        return node;
    }
}
