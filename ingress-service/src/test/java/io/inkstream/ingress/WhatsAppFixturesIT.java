package io.inkstream.ingress;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every sample webhook against the real service: all get 200, and each leaves exactly the records of
 * {@code expected/whatsapp-records.txt}, a line for each: file, topic, key, value.
 */
class WhatsAppFixturesIT {
    private static final int LONG_TEXT = 200;

    private static RunningIngress ingress;
    private static Published published;

    @BeforeAll
    static void start() {
        TestKafka.send(Topics.STUDIO_CONFIG, "studio", Studios.STUDIO);
        TestKafka.send(Topics.STUDIO_CONFIG, "second", Studios.SECOND);
        ingress = RunningIngress.start(TestKafka.bootstrapServers()).awaitReady();
        published = new Published();
    }

    @AfterAll
    static void stop() {
        published.close();
        ingress.close();
    }

    static Stream<String> webhooks() {
        return Fixtures.whatsappWebhooks().stream();
    }

    @ParameterizedTest
    @MethodSource("webhooks")
    void webhook_leavesExactlyItsRecords(String name) throws IOException {
        var body = Fixtures.whatsapp(name);
        var correlationId = name + "-" + UUID.randomUUID();

        var response = ingress.whatsapp(body, correlationId);

        assertThat(response.statusCode()).isEqualTo(200);
        var found = published.of(correlationId);
        if (name.equals("batch_1000_messages")) {
            assertThat(found).hasSize(1000).allMatch(record -> record.topic().equals(Topics.INBOUND.name()));
            return;
        }
        var lines = found.stream().map(record -> line(name, record)).toList();
        assertThat(perKey(lines)).isEqualTo(perKey(expected(name)));
        var sent = new String(body, StandardCharsets.UTF_8);
        assertThat(found).allSatisfy(record -> assertThat(sent).contains(rawOf(record.value())));
    }

    @Test
    void everyExpectationBelongsToASample() throws IOException {
        assertThat(expectations().map(line -> line.substring(0, line.indexOf(' '))))
                .isSubsetOf(Fixtures.whatsappWebhooks());
    }

    /** The value without what differs from run to run, and without the raw text, which is compared with the body. */
    private static String line(String name, Published.Found found) {
        var value = (ObjectNode) Json.tree(Json.write(found.value()));
        value.remove(List.of("occurredAt", "raw", "version"));
        value.properties().stream()
                .filter(field -> field.getValue().isObject())
                .forEach(field -> shorten((ObjectNode) field.getValue()));
        return "%s %s %s %s".formatted(name, found.topic(), found.key(), value);
    }

    private static void shorten(ObjectNode node) {
        node.properties().stream()
                .filter(field -> field.getValue().isString())
                .filter(field -> field.getValue().stringValue().length() > LONG_TEXT)
                .toList()
                .forEach(field -> node.put(
                        field.getKey(), "(" + field.getValue().stringValue().length() + " characters)"));
    }

    /** Records of one key have an order; across keys and topics there is none. */
    private static Map<String, List<String>> perKey(List<String> lines) {
        return lines.stream().collect(groupingBy(line -> line.substring(0, line.indexOf('{'))));
    }

    /** What the record says it was made from; the errors of an account notice are wrapped, and stand inside. */
    private static String rawOf(WireRecord value) {
        var raw = Json.tree(Json.write(value)).path("raw").stringValue();
        return raw.startsWith("{\"errors\":[") && raw.endsWith("]}")
                ? raw.substring("{\"errors\":".length(), raw.length() - 1)
                : raw;
    }

    private static List<String> expected(String name) throws IOException {
        return expectations().filter(line -> line.startsWith(name + " ")).toList();
    }

    private static Stream<String> expectations() throws IOException {
        try (var in = WhatsAppFixturesIT.class.getResourceAsStream("/expected/whatsapp-records.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        }
    }
}
