package io.inkstream.simulator.stripe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters of a call: form-encoded, nested names in brackets. */
final class StripeForm {
    private final Map<String, String> values;

    private StripeForm(Map<String, String> values) {
        this.values = values;
    }

    static StripeForm parse(String encoded) {
        var values = new LinkedHashMap<String, String>();
        for (var pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                values.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return new StripeForm(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** Empty when absent or no whole number. */
    OptionalLong number(String name) {
        var value = values.getOrDefault(name, "");
        return value.matches("-?\\d{1,18}") ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** What stands under {@code prefix[..]}, such as all metadata. */
    Map<String, String> under(String prefix) {
        var found = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix + "[") && name.endsWith("]")) {
                found.put(name.substring(prefix.length() + 1, name.length() - 1), value);
            }
        });
        return found;
    }

    /** The names without their brackets. */
    Set<String> topNames() {
        return values.keySet().stream()
                .map(name -> name.replaceFirst("\\[.*", ""))
                .collect(Collectors.toSet());
    }

    /** Equal for equal parameters, whatever their order. */
    String fingerprint() {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
