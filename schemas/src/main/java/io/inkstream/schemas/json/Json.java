package io.inkstream.schemas.json;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.inkstream.schemas.WireRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of all topics: absent instead of null, ISO-8601 times, unknown fields ignored, unknown types refused, and so is
 * a record that lacks what its type requires.
 */
public final class Json {

    /** Shared by everything that reads or writes topic values; thread-safe and never reconfigured. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(
                    AnnotationIntrospector.pair(new RequiredComponents(), new JacksonAnnotationIntrospector()))
            .addModule(new WireModule())
            .registerSubtypes(WireTypes.ALL)
            .build();

    private Json() {}

    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    public static String writeText(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Reads a topic value. Throws {@link UnreadableRecord} for bad JSON, an unknown type, or a type of another topic. */
    public static <T extends WireRecord> T read(byte[] bytes, Class<T> type) {
        return readAs(bytes, type);
    }

    /** Reads anything else that is kept as JSON, such as a state store's value. */
    public static <T> T readAs(byte[] bytes, Class<T> type) {
        try {
            T value = MAPPER.readValue(bytes, type);
            if (value == null) {
                throw new UnreadableRecord(type.getSimpleName() + ": null");
            }
            return value;
        } catch (JacksonException e) {
            throw new UnreadableRecord(type.getSimpleName() + ": " + fault(e));
        }
    }

    public static JsonNode tree(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw new UnreadableRecord(fault(e));
        }
    }

    /** What is wrong, and where, in our own words: the library's message quotes the value. */
    private static String fault(JacksonException e) {
        var fault = switch (e) {
            case InvalidTypeIdException _ -> "unknown or missing type";
            case InvalidFormatException _ -> "not a value of its kind";
            case MismatchedInputException _ -> "missing, null or of another kind";
            case StreamReadException _ -> "not JSON";
            default -> e.getClass().getSimpleName();
        };
        var path = e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[]" : step.getPropertyName())
                .collect(joining("."));
        return path.isEmpty() ? fault : path + ": " + fault;
    }
}
