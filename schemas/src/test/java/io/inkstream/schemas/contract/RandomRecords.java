package io.inkstream.schemas.contract;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Random values of any type that wire records are made of: every variant, absent parts, awkward text and numbers. */
final class RandomRecords {
    private static final String[] AWKWARD = {
        "",
        " ",
        "\"",
        "\\",
        "\u0000",
        "\u001b[31m",
        "\r\n",
        "ñ",
        "👋🏽",
        "مرحبا",
        "\u2028",
        "=1+1",
        "</script>",
        "{link:approve}",
        "\ufeff"
    };

    private final RandomGenerator random;

    RandomRecords(RandomGenerator random) {
        this.random = random;
    }

    <T> T of(Class<T> type) {
        return type.cast(value(type));
    }

    private Object value(Type type) {
        return switch (type) {
            case ParameterizedType generic
            when generic.getRawType() == Map.class -> map(generic.getActualTypeArguments()[1]);
            case ParameterizedType generic ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(_ -> value(generic.getActualTypeArguments()[0]))
                        .toList();
            case Class<?> simple -> simple(simple);
            default -> throw new AssertionError(type);
        };
    }

    private Map<String, Object> map(Type valueType) {
        var map = new HashMap<String, Object>();
        for (var entries = random.nextInt(4); entries > 0; entries--) {
            map.put(text(), value(valueType));
        }
        return map;
    }

    private Object simple(Class<?> type) {
        if (type.isEnum()) {
            return oneOf(type.getEnumConstants());
        }
        if (type.isSealed()) {
            return simple(oneOf(type.getPermittedSubclasses()));
        }
        if (type.isRecord()) {
            return record(type);
        }
        return switch (type.getName()) {
            case "java.lang.String" -> text();
            case "boolean", "java.lang.Boolean" -> random.nextBoolean();
            case "int", "java.lang.Integer" -> random.nextInt();
            case "long", "java.lang.Long" -> random.nextBoolean() ? random.nextLong() : random.nextLong(1_000);
            case "double" -> random.nextDouble(-180, 180);
            case "java.math.BigDecimal" -> decimal();
            case "java.time.Instant" -> instant();
            case "java.time.LocalDate" -> LocalDate.ofEpochDay(random.nextInt(40_000));
            case "java.time.LocalTime" -> LocalTime.ofSecondOfDay(random.nextInt(86_400));
            case "java.time.Duration" -> Duration.ofMillis(random.nextLong(10_000_000_000L));
            case "java.lang.Object" ->
                oneOf(new Object[] {
                    text(), random.nextBoolean(), random.nextLong(), decimal().stripTrailingZeros()
                });
            default -> throw new AssertionError(type);
        };
    }

    private Object record(Class<?> type) {
        var components = type.getRecordComponents();
        var types = new Class<?>[components.length];
        var values = new @Nullable Object[components.length];
        for (var position = 0; position < components.length; position++) {
            types[position] = components[position].getType();
            values[position] = component(components[position]);
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot make a " + type, e);
        }
    }

    private @Nullable Object component(RecordComponent component) {
        var nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return nullable && random.nextBoolean() ? null : value(component.getGenericType());
    }

    private Instant instant() {
        var seconds = random.nextLong(4_000_000_000L);
        return Instant.ofEpochSecond(seconds, random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
    }

    private BigDecimal decimal() {
        return new BigDecimal(BigInteger.valueOf(random.nextInt()), random.nextInt(6));
    }

    private String text() {
        return oneOf(AWKWARD) + Long.toString(random.nextLong(), Character.MAX_RADIX) + oneOf(AWKWARD);
    }

    private <E> E oneOf(E[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
