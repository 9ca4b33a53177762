package io.inkstream.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller says about its trace, and what of it follows the records. */
class TraceIT {
    private final RunningIngress ingress = RunningIngress.shared();

    @Test
    void traceparent_whenTheCallerSendsOne_followsTheRecords() {
        var correlationId = UUID.randomUUID().toString();
        var traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        traced(correlationId, traceparent);

        assertThat(ingress.published().of(correlationId))
                .singleElement()
                .satisfies(
                        found -> assertThat(found.entry().header("traceparent")).isEqualTo(traceparent));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anything else",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01"
            })
    void traceparent_thatIsNone_isLeftOut(String traceparent) {
        var correlationId = UUID.randomUUID().toString();

        traced(correlationId, traceparent);

        assertThat(ingress.published().of(correlationId))
                .singleElement()
                .satisfies(
                        found -> assertThat(found.entry().header("traceparent")).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"has spaces", "<script>", "quote\""})
    void correlationId_thatIsNotSane_isReplaced(String given) {
        var response = ingress.whatsapp(Fixtures.whatsapp("text"), given);

        var answered = response.headers().firstValue("X-Correlation-ID").orElseThrow();
        assertThat(UUID.fromString(answered)).isNotNull();
    }

    @Test
    void correlationId_thatIsTooLong_isReplaced() {
        var response = ingress.whatsapp(Fixtures.whatsapp("text"), "x".repeat(129));

        assertThat(response.headers().firstValue("X-Correlation-ID").orElseThrow())
                .hasSize(36);
    }

    private void traced(String correlationId, String traceparent) {
        var response = ingress.send(ingress.signedWhatsapp(Fixtures.whatsapp("text"))
                .header("X-Correlation-ID", correlationId)
                .header("traceparent", traceparent)
                .build());
        assertThat(response.statusCode()).isEqualTo(200);
    }
}
