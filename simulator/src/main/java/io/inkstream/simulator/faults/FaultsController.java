package io.inkstream.simulator.faults;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /sim/faults}: orders, lists and ends trouble. */
@RestController
@RequestMapping("/sim/faults")
class FaultsController {
    private static final int OVERLOADED = 503;

    private final Faults faults;

    FaultsController(Faults faults) {
        this.faults = faults;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> order(@RequestBody JsonNode wanted) {
        var fault = fault(wanted);
        faults.order(fault);
        return shown(fault);
    }

    @GetMapping
    List<Map<String, Object>> list() {
        return faults.list().stream().map(FaultsController::shown).toList();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        faults.clear();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuse(IllegalArgumentException problem) {
        return ResponseEntity.badRequest().body(Map.of("error", String.valueOf(problem.getMessage())));
    }

    static Fault fault(JsonNode wanted) {
        var body = wanted.get("body");
        return new Fault(
                oneOf(Target.class, wanted.path("target").asString("")),
                oneOf(Fault.Kind.class, wanted.path("kind").asString("")),
                wanted.path("status").asInt(OVERLOADED),
                wanted.hasNonNull("code") ? wanted.path("code").asString() : null,
                body == null || body.isNull() ? null : body,
                Duration.ofMillis(wanted.path("delayMs").asLong(0)),
                wanted.path("times").asInt(Integer.MAX_VALUE),
                wanted.path("rate").asDouble(1),
                match(wanted.path("match")));
    }

    private static Map<String, String> match(JsonNode wanted) {
        var match = new HashMap<String, String>();
        wanted.properties().forEach(entry -> {
            var value = entry.getValue().asString();
            match.put(entry.getKey(), "to".equals(entry.getKey()) ? value.replaceFirst("^\\+", "") : value);
        });
        return match;
    }

    private static <E extends Enum<E>> E oneOf(Class<E> names, String given) {
        var wanted = given.toUpperCase(Locale.ROOT).replace('-', '_');
        for (var name : names.getEnumConstants()) {
            if (name.name().equals(wanted)) {
                return name;
            }
        }
        throw new IllegalArgumentException(
                "unknown " + names.getSimpleName().toLowerCase(Locale.ROOT) + " '" + given + "'");
    }

    private static Map<String, Object> shown(Fault fault) {
        var shown = new HashMap<String, Object>();
        shown.put("target", fault.target().name().toLowerCase(Locale.ROOT));
        shown.put("kind", fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        shown.put("status", fault.status());
        shown.put("times", fault.times());
        shown.put("rate", fault.rate());
        shown.put("match", fault.match());
        return shown;
    }
}
