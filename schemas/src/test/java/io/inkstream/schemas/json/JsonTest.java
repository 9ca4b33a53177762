package io.inkstream.schemas.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.system.SystemEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final SystemEvent EVENT = new SystemEvent(
            "e1", Instant.EPOCH, SystemEvent.Level.INFO, "service.started", null, null, null, Map.of("port", "8080"));

    @Test
    void write_leavesOutWhatIsAbsent_andNamesTypeAndVersionFirst() {
        assertThat(Json.writeText(EVENT))
                .isEqualTo(
                        "{\"type\":\"system.event\",\"version\":1,\"id\":\"e1\",\"occurredAt\":\"1970-01-01T00:00:00Z\","
                                + "\"level\":\"INFO\",\"name\":\"service.started\",\"details\":{\"port\":\"8080\"}}");
    }

    @Test
    void read_whenTheRootIsTheEnvelope_findsTheTypeByItsName() {
        assertThat(Json.read(Json.write(EVENT), WireRecord.class)).isEqualTo(EVENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "not json",
                "{\"type\":\"system.event\",\"id\":\"e\",\"occurredAt\":\"1970-01-01T00:00:00Z\",\"level\":\"INFO\",\"name\":\"n\",\"details\":{}}{}",
                "{\"type\":\"system.event\",\"id\":\"e\",\"occurredAt\":0,\"level\":\"INFO\",\"name\":\"n\",\"details\":{}}",
                "{\"type\":\"system.event\"",
                "{}",
                "{\"id\":\"e1\"}",
                "{\"type\":\"contact\",\"id\":\"c\"}",
                "{\"type\":\"system.event\",\"version\":1,\"id\":\"e1\"}",
                "{\"type\":\"system.event\",\"id\":null,\"occurredAt\":\"1970-01-01T00:00:00Z\",\"level\":\"INFO\",\"name\":\"n\",\"details\":{}}",
                "{\"type\":\"system.event\",\"id\":\"e\",\"occurredAt\":\"yesterday\",\"level\":\"INFO\",\"name\":\"n\",\"details\":{}}",
                "{\"type\":\"system.event\",\"id\":\"e\",\"occurredAt\":\"1970-01-01T00:00:00Z\",\"level\":\"LOUD\",\"name\":\"n\",\"details\":{}}"
            })
    void read_whenTheBytesAreNoSuchRecord_isRefused(String text) {
        assertThatThrownBy(() -> Json.read(text.getBytes(UTF_8), SystemEvent.class))
                .isInstanceOf(UnreadableRecord.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"wa.status\",\"id\":\"SECRET\",\"occurredAt\":\"SECRET\"}",
                "{\"type\":\"SECRET\"}",
                "{\"type\":\"contact\",\"consent\":\"SECRET\"}",
                "{\"type\":\"contact\",\"artist\":\"SECRET\"}",
                "{\"type\":\"contact\",\"phone\":{\"SECRET\":\"SECRET\"}}",
                "{\"type\":\"contact\" SECRET}",
                "SECRET"
            })
    void read_whenRefused_quotesNoContent_neitherDoesItsCause(String text) {
        assertThatThrownBy(() -> Json.read(text.getBytes(UTF_8), WireRecord.class))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageNotContaining("SECRET")
                .satisfies(refused -> assertThat(stackTrace(refused)).doesNotContain("SECRET"));
    }

    @Test
    void read_whenRefused_saysWhere() {
        var text = "{\"type\":\"system.event\",\"id\":\"e\",\"occurredAt\":\"yesterday\"}";

        assertThatThrownBy(() -> Json.read(text.getBytes(UTF_8), SystemEvent.class))
                .hasMessage("SystemEvent: occurredAt: not a value of its kind");
    }

    private static String stackTrace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void serde_whenTheValueIsAbsent_isATombstone() {
        assertThat(JsonSerde.<SystemEvent>serializer().serialize("any", null)).isNull();
        assertThat(JsonSerde.deserializer(SystemEvent.class).deserialize("any", null))
                .isNull();
    }
}
