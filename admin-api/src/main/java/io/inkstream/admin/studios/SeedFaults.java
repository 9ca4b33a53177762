package io.inkstream.admin.studios;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.json.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Finds everything that is wrong with a seed, at once: an operator mends a file in one go. */
final class SeedFaults {
    /** What publishing adds. */
    private static final Set<String> ADDED = Set.of("id", "occurredAt", "configVersion");

    private static final Set<String> REGIONS = Set.of("UK", "EUROPE", "ROW");
    private static final Set<String> SIZES = Set.of("SMALL", "MEDIUM", "LARGE", "XL");

    private final List<String> faults = new ArrayList<>();

    private SeedFaults() {}

    /** In words, with the path of each; empty for a good seed. */
    static List<String> of(JsonNode seed) {
        var found = new SeedFaults();
        if (!seed.isObject()) {
            return List.of("the file must be a map of settings");
        }
        found.checkRecord("", seed, StudioConfig.class, ADDED);
        found.checkMeaning(seed);
        return List.copyOf(found.faults);
    }

    private void checkRecord(String path, JsonNode node, Class<?> type, Set<String> notExpected) {
        var components = Arrays.stream(type.getRecordComponents())
                .filter(component -> !notExpected.contains(component.getName()))
                .toList();
        var known = components.stream().map(RecordComponent::getName).collect(Collectors.toSet());
        for (var name : node.propertyNames()) {
            if (!known.contains(name)) {
                faults.add(path + name + ": no such setting");
            }
        }
        for (var component : components) {
            checkComponent(path + component.getName(), node.get(component.getName()), component);
        }
    }

    private void checkComponent(String path, @Nullable JsonNode value, RecordComponent component) {
        if (value == null || value.isNull()) {
            if (!mayBeAbsent(component)) {
                faults.add(path + ": missing");
            }
            return;
        }
        check(path, value, component.getGenericType());
    }

    private void check(String path, JsonNode value, Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            checkMap(path, value, generic.getActualTypeArguments()[1]);
        } else if (type instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw
                && Collection.class.isAssignableFrom(raw)) {
            checkList(path, value, generic.getActualTypeArguments()[0]);
        } else if (type == StudioConfig.TourStop.class) {
            checkTourStop(path, value);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            if (value.isObject()) {
                checkRecord(path + ".", value, record, Set.of());
            } else {
                faults.add(path + ": must be a map");
            }
        } else {
            checkValue(path, value, type);
        }
    }

    private void checkMap(String path, JsonNode value, Type element) {
        if (!value.isObject()) {
            faults.add(path + ": must be a map");
            return;
        }
        value.properties().forEach(entry -> check(path + "." + entry.getKey(), entry.getValue(), element));
    }

    private void checkList(String path, JsonNode value, Type element) {
        if (!value.isArray()) {
            faults.add(path + ": must be a list");
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            check(path + "[" + i + "]", value.path(i), element);
        }
    }

    private void checkTourStop(String path, JsonNode stop) {
        if (!stop.has("startsInDays")) {
            checkRecord(path + ".", stop, StudioConfig.TourStop.class, Set.of());
            return;
        }
        for (var name : List.of("city", "country")) {
            if (!stop.path(name).isString()) {
                faults.add(path + "." + name + ": missing");
            }
        }
        if (!stop.path("startsInDays").isIntegralNumber() || !(stop.path("days").asInt(0) > 0)) {
            faults.add(path + ": startsInDays and days must be whole numbers, days at least 1");
        }
    }

    private void checkValue(String path, JsonNode value, Type type) {
        if (type == String.class && !value.isString()) {
            faults.add(path + ": must be text, in quotes when it looks like a number");
            return;
        }
        try {
            Json.MAPPER.treeToValue(value, Json.MAPPER.constructType(type));
        } catch (JacksonException e) {
            faults.add(path + ": cannot be read as " + nameOf(type));
        }
    }

    private void checkMeaning(JsonNode seed) {
        checkText(seed, "studio", "[a-z0-9][a-z0-9-]{0,39}", "lower-case letters, digits and dashes");
        checkText(seed, "phoneNumberId", "[0-9]{5,25}", "digits");
        checkText(seed.path("artist"), "whatsapp", "[0-9]{6,15}", "a phone number in digits, without +");
        checkParsed("zone", seed.path("zone"), SeedFaults::isZone, "a time zone such as Europe/London");
        checkParsed("currency", seed.path("currency"), SeedFaults::isCurrency, "a currency such as GBP");
        checkParsed("locale", seed.path("locale"), SeedFaults::isLocale, "a locale such as en-GB");
        checkKeys("regions", seed.path("regions"), REGIONS);
        checkKeys("depositTiersMinor", seed.path("depositTiersMinor"), SIZES);
        checkKeys("estimateHours", seed.path("estimateHours"), SIZES);
        for (var size : seed.path("estimateHours").properties()) {
            if (size.getValue().path("from").asDouble(0)
                    > size.getValue().path("to").asDouble(0)) {
                faults.add("estimateHours." + size.getKey() + ": from must not be above to");
            }
        }
    }

    private void checkText(JsonNode parent, String name, String pattern, String what) {
        var value = parent.path(name);
        if (value.isString() && !value.asString().matches(pattern)) {
            faults.add(name + ": must be " + what);
        }
    }

    private void checkParsed(String name, JsonNode value, java.util.function.Predicate<String> good, String what) {
        if (value.isString() && !good.test(value.asString())) {
            faults.add(name + ": must be " + what);
        }
    }

    private void checkKeys(String name, JsonNode map, Set<String> keys) {
        if (map.isObject() && !Set.copyOf(map.propertyNames()).equals(keys)) {
            faults.add(name + ": must name exactly " + keys.stream().sorted().toList());
        }
    }

    private static boolean isZone(String text) {
        try {
            return ZoneId.of(text).getId().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isCurrency(String text) {
        try {
            return Currency.getInstance(text).getCurrencyCode().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isLocale(String text) {
        return !Locale.forLanguageTag(text).getLanguage().isEmpty();
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || component.getType() == boolean.class
                || (component.getAnnotation(JsonProperty.class) != null
                        && !component
                                .getAnnotation(JsonProperty.class)
                                .defaultValue()
                                .isEmpty());
    }

    private static String nameOf(Type type) {
        return type instanceof Class<?> named ? named.getSimpleName() : type.getTypeName();
    }
}
