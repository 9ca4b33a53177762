package io.inkstream.ingress;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.inkstream.ingress.clock.BusinessClockEndpoint;
import io.inkstream.testkit.TestKafka;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens at the limits, set low here so that a test can reach them. */
class LimitsIT {
    private static RunningIngress ingress;

    @BeforeAll
    static void start() {
        ingress = RunningIngress.withOneStudio(
                "inkstream.ingress.publish.pending-records-max=2",
                "inkstream.ingress.body.memory=8KB",
                "inkstream.ingress.body.arrive-within=200ms");
    }

    @AfterAll
    static void stop() {
        ingress.close();
    }

    @Test
    void webhook_ofMoreRecordsThanMayWait_isRefusedAsAWhole() {
        var correlationId = UUID.randomUUID().toString();

        var three = ingress.whatsapp(Fixtures.whatsapp("batch_multiple_messages"), correlationId);
        var one = ingress.whatsapp(Fixtures.whatsapp("text"), "after-" + correlationId);

        assertThat(three.statusCode()).isEqualTo(503);
        assertThat(three.headers().firstValue("Retry-After")).contains("5");
        assertThat(three.body()).contains("urn:inkstream:problem:full");
        assertThat(ingress.published().of(correlationId)).isEmpty();
        assertThat(one.statusCode()).isEqualTo(200);
    }

    @Test
    void webhook_forWhichThereIsNoMemory_isRefusedBeforeItIsRead_andTheMemoryIsGivenBack() {
        for (int i = 0; i < 3; i++) {
            var tooMuch = ingress.whatsapp(Fixtures.whatsapp("text_very_long"), "memory");
            assertThat(tooMuch.statusCode()).isEqualTo(503);
        }

        for (int i = 0; i < 10; i++) {
            assertThat(ingress.whatsapp(Fixtures.whatsapp("text"), "memory").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void webhook_thatDripsIn_isCutOff() throws IOException {
        var url = ingress.url("/webhooks/whatsapp");
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            var out = socket.getOutputStream();
            out.write(
                    "POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n"
                            .getBytes(US_ASCII));
            await().pollInterval(Duration.ofMillis(20)).until(() -> {
                out.write(' ');
                out.flush();
                return socket.getInputStream().available() > 0; // it answers long before the body is whole
            });

            var status = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();

            assertThat(status).contains("408");
        }
    }

    @Test
    void start_withPublicSecretsOutsideStandalone_failsAndNamesTheProperty() {
        assertThatThrownBy(() -> IngressApplication.application()
                        .run(
                                "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                                "--server.port=0",
                                "--management.server.port=0",
                                "--inkstream.ingress.whatsapp.app-secrets=inkstream-dev-app-secret",
                                "--inkstream.ingress.whatsapp.verify-token=own",
                                "--inkstream.ingress.stripe.webhook-secrets=own"))
                .rootCause()
                .hasMessageContaining("inkstream.ingress.whatsapp.app-secrets");
    }

    @Test
    void start_outsideStandalone_hasNoClockToMove() {
        try (var context = IngressApplication.application()
                .run(
                        "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                        "--server.port=0",
                        "--management.server.port=0",
                        "--inkstream.ingress.whatsapp.app-secrets=own",
                        "--inkstream.ingress.whatsapp.verify-token=own",
                        "--inkstream.ingress.stripe.webhook-secrets=own")) {
            assertThat(context.getBeanNamesForType(BusinessClockEndpoint.class)).isEmpty();
        }
    }
}
