package io.inkstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesTest {
    @TempDir
    Path folder;

    /** A rehearsal has ports of its own and no variables: services that looked at the standard ones found nobody there. */
    @Test
    void services_areToldWhereTheOthersAre_whateverTheVariablesSay() {
        var environment = Environment.of(Map.of("INKSTREAM_SIMULATOR_PORT", "12345"));
        try (var data = DataFolder.open(folder)) {
            assertThat(new Services(environment, data, Duration.ZERO).inOrder())
                    .isNotEmpty()
                    .allSatisfy(
                            service -> assertThat(service.arguments()).contains("--INKSTREAM_SIMULATOR_PORT=12345"));
        }
    }
}
