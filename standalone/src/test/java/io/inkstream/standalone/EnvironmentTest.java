package io.inkstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inkstream.standalone.Environment.Port;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    @Test
    void environment_whenNothingIsSet_hasThePortsOfTheReadme() {
        var environment = Environment.of(Map.of());

        assertThat(environment.port(Port.INGRESS)).isEqualTo(8080);
        assertThat(environment.port(Port.ADMIN)).isEqualTo(8081);
        assertThat(environment.port(Port.SIMULATOR)).isEqualTo(8090);
        assertThat(environment.port(Port.KAFKA)).isEqualTo(19092);
        assertThat(environment.port(Port.POSTGRES)).isEqualTo(15432);
        assertThat(environment.kafkaBootstrap()).isEqualTo("127.0.0.1:19092");
        assertThat(environment.home()).isEqualTo(Path.of(".inkstream").toAbsolutePath());
    }

    @Test
    void environment_whenVariablesAreSet_followsThem() {
        var environment = Environment.of(Map.of(
                "INKSTREAM_INGRESS_PORT", "18080",
                "INKSTREAM_HOME", "/tmp/somewhere",
                "INKSTREAM_KAFKA_BOOTSTRAP", "kafka:9092",
                "INKSTREAM_CLOCK_START", "2026-09-21T14:00:00Z"));

        assertThat(environment.url(Port.INGRESS)).isEqualTo("http://localhost:18080");
        assertThat(environment.home()).isEqualTo(Path.of("/tmp/somewhere"));
        assertThat(environment.kafkaBootstrap()).isEqualTo("kafka:9092");
        var now = Clock.fixed(Instant.parse("2026-09-20T14:00:00Z"), ZoneOffset.UTC);
        assertThat(environment.firstOffset(now)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void environment_whenAValueIsWrong_namesItsVariable() {
        assertThatThrownBy(() -> Environment.of(Map.of("INKSTREAM_ADMIN_PORT", "http")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("INKSTREAM_ADMIN_PORT");
        assertThatThrownBy(() -> Environment.of(Map.of("INKSTREAM_ADMIN_PORT", "70000")))
                .hasMessageContaining("INKSTREAM_ADMIN_PORT");
        assertThatThrownBy(() -> Environment.of(Map.of("INKSTREAM_CLOCK_START", "yesterday")))
                .hasMessageContaining("INKSTREAM_CLOCK_START");
    }

    @Test
    void takenPorts_ofABrokerThatIsNotOurs_areNoProblem() {
        var environment = Environment.of(Map.of("INKSTREAM_KAFKA_BOOTSTRAP", "localhost:19092"));

        assertThat(environment.takenPorts(port -> port == 19_092)).isEmpty();
        assertThat(Environment.of(Map.of()).takenPorts(port -> port == 19_092)).hasSize(1);
    }

    @Test
    void takenPorts_nameTheVariableThatMovesThem() {
        var problems = Environment.of(Map.of()).takenPorts(port -> port == 8081);

        assertThat(problems).containsExactly("port 8081 is taken; choose another with INKSTREAM_ADMIN_PORT=<port>");
    }
}
