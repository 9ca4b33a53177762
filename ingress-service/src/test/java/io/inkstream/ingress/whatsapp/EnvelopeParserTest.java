package io.inkstream.ingress.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inkstream.ingress.Fixtures;
import io.inkstream.ingress.http.Refused;
import io.inkstream.schemas.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class EnvelopeParserTest {
    private static final int UPDATES_MAX = 2_000;

    static Stream<String> webhooks() {
        return Fixtures.whatsappWebhooks().stream();
    }

    @ParameterizedTest
    @MethodSource("webhooks")
    void elements_ofEverySample_areFoundWhereTheyStand(String name) throws Refused {
        var body = Fixtures.whatsapp(name);

        var found = new ArrayList<JsonNode>();
        for (var part : EnvelopeParser.parse(body, UPDATES_MAX).parts()) {
            if (part instanceof Envelope.Change change) {
                elements(change.value()).forEach(element -> {
                    assertThat(Json.tree(element.span().of(body).getBytes(UTF_8)))
                            .isEqualTo(element.node());
                    found.add(element.node());
                });
            }
        }

        assertThat(found).containsExactlyElementsOf(elementsOfTree(Json.tree(body)));
    }

    @Test
    void fields_inAnyOrder_belongTogether() throws Refused {
        var body = """
                {"entry":[{"changes":[{"value":{"statuses":[1],"messages":["\\u00e9", 2.5 ,true],"metadata":{"a":1}},
                "field":"messages"}],"time":5,"id":"77"}],"object":"whatsapp_business_account"}""".getBytes(UTF_8);

        var envelope = EnvelopeParser.parse(body, UPDATES_MAX);

        assertThat(envelope.object()).isEqualTo("whatsapp_business_account");
        assertThat(envelope.parts()).singleElement().isInstanceOfSatisfying(Envelope.Change.class, change -> {
            assertThat(change.accountId()).isEqualTo("77");
            assertThat(change.time()).isEqualTo("5");
            assertThat(change.field()).isEqualTo("messages");
            assertThat(elements(change.value()).stream()
                            .map(element -> element.span().of(body)))
                    .containsExactly("\"\\u00e9\"", "2.5", "true", "1");
        });
    }

    @Test
    void whatIsNoEntryOrChange_isKeptAsMisshapen() throws Refused {
        var body = """
                {"object":"x","entry":[null,{"changes":[7,{"field":"f"}]},{"changes":{"a":1}}]}""".getBytes(UTF_8);

        var misshapen = EnvelopeParser.parse(body, UPDATES_MAX).parts().stream()
                .map(part -> ((Envelope.Misshapen) part).span().of(body))
                .toList();

        assertThat(misshapen).containsExactly("null", "7", "{\"field\":\"f\"}", "{\"a\":1}");
    }

    @Test
    void otherEncodings_areRefused() {
        assertRefused("{}".getBytes(java.nio.charset.StandardCharsets.UTF_16));
        assertRefused("{}".getBytes(java.nio.charset.StandardCharsets.UTF_16LE));
        assertRefused("\uFEFF{}".getBytes(UTF_8));
        assertRefused(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});
    }

    @Test
    void valueThatIsNoObject_isKnownToBeNone() throws Refused {
        var body = "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":\"text\"}]}]}".getBytes(UTF_8);

        assertThat(EnvelopeParser.parse(body, UPDATES_MAX).parts())
                .singleElement()
                .isInstanceOfSatisfying(Envelope.Change.class, change -> {
                    assertThat(change.value().misshapen()).isEqualTo("value");
                    assertThat(change.value().span().of(body)).isEqualTo("\"text\"");
                });
    }

    private static void assertRefused(byte[] body) {
        assertThatThrownBy(() -> EnvelopeParser.parse(body, UPDATES_MAX)).isInstanceOf(Refused.class);
    }

    private static List<Envelope.Element> elements(Envelope.Value value) {
        var elements = new ArrayList<Envelope.Element>();
        for (var list : Arrays.asList(value.messages(), value.statuses())) {
            if (list != null) {
                elements.addAll(list);
            }
        }
        return elements;
    }

    private static List<JsonNode> elementsOfTree(JsonNode body) {
        var elements = new ArrayList<JsonNode>();
        for (var entry : body.path("entry")) {
            for (var change : entry.path("changes")) {
                for (var name : List.of("messages", "statuses")) {
                    var list = change.path("value").path(name);
                    if (list.isArray()) {
                        list.forEach(elements::add);
                    }
                }
            }
        }
        return elements;
    }
}
