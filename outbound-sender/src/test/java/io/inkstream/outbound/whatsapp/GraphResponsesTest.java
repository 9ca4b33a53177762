package io.inkstream.outbound.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.outbound.GraphErrorTable;
import io.inkstream.outbound.Reaction;
import io.inkstream.outbound.SendOutcome;
import io.inkstream.schemas.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class GraphResponsesTest {

    @ParameterizedTest
    @ValueSource(strings = {"send_response_ok", "send_response_bsuid", "send_response_template_held"})
    void acceptance_givesTheMessageId(String name) throws IOException {
        var body = fixture(name);

        var outcome = GraphResponses.outcome(200, Json.write(body), null);

        assertThat(outcome)
                .isEqualTo(new SendOutcome.Accepted(
                        body.path("messages").path(0).path("id").stringValue()));
    }

    /** The reaction to each recorded error, as fixtures and reference ask for it. */
    @ParameterizedTest
    @CsvSource({
        "error_190, HoldNumber",
        "error_368, HoldNumber",
        "error_131048, HoldNumber",
        "error_4, Retry",
        "error_80007, Retry",
        "error_130429, Retry",
        "error_131056, Retry",
        "error_131000, Retry",
        "error_131016, Retry",
        "error_131057, Retry",
        "error_2, Retry",
        "error_131047, NeedsTemplate",
        "error_131026, Fail",
        "error_131009, Fail",
        "error_131062, Fail",
        "error_132001, Fail",
        "error_100_no_error_data, Fail",
    })
    void graphError_isNeverAcceptance(String name, String reaction) throws IOException {
        var outcome = outcomeOf(name);

        assertThat(outcome).isInstanceOfSatisfying(SendOutcome.Refused.class, refused -> {
            Reaction decided = GraphErrorTable.shipped().reactionTo(refused.error());
            assertThat(decided.getClass().getSimpleName()).isEqualTo(reaction);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"error_non_json_502", "error_200_without_id"})
    void whatSaysNothing_isUnknown(String name) throws IOException {
        assertThat(outcomeOf(name)).isInstanceOf(SendOutcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"error\":\"no\"}", "{\"error\":{\"code\":\"190\"}}", "{", "\u0000"})
    void strangeBodies_areUnknownAfterSuccessAndServerErrors_refusedOtherwise(String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);

        assertThat(GraphResponses.outcome(200, bytes, null)).isInstanceOf(SendOutcome.Unknown.class);
        assertThat(GraphResponses.outcome(500, bytes, null)).isInstanceOf(SendOutcome.Unknown.class);
        assertThat(GraphResponses.outcome(404, bytes, null)).isInstanceOf(SendOutcome.Refused.class);
        assertThat(GraphResponses.outcome(302, bytes, null)).isInstanceOf(SendOutcome.Refused.class);
    }

    @Test
    void messageId_withControlCharacters_isNone() {
        var body = "{\"messages\":[{\"id\":\"wamid.\\u0000\"}]}".getBytes(StandardCharsets.UTF_8);

        assertThat(GraphResponses.outcome(200, body, null)).isInstanceOf(SendOutcome.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"7, PT7S", "0, PT0S", "soon, ", "-1, ", "'', ", "99999999999999999999, PT999999999S"})
    void retryAfter_isReadInSeconds(String header, Duration expected) {
        var body = "{\"error\":{\"code\":4}}".getBytes(StandardCharsets.UTF_8);

        assertThat(GraphResponses.outcome(429, body, header))
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class,
                        refused -> assertThat(refused.retryAfter()).isEqualTo(expected));
    }

    private static SendOutcome outcomeOf(String name) throws IOException {
        var wrapper = fixture(name);
        var body = wrapper.has("body")
                ? Json.write(wrapper.path("body"))
                : wrapper.path("body_text").stringValue("").getBytes(StandardCharsets.UTF_8);
        return GraphResponses.outcome(wrapper.path("http_status").intValue(), body, null);
    }

    private static JsonNode fixture(String name) throws IOException {
        try (var stream = GraphResponsesTest.class.getResourceAsStream("/whatsapp_api/" + name + ".json")) {
            return Json.tree(Objects.requireNonNull(stream).readAllBytes());
        }
    }
}
