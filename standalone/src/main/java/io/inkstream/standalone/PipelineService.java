package io.inkstream.standalone;

import io.inkstream.standalone.Environment.Port;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * One service of the pipeline as standalone runs it: a Spring context of its own.
 *
 * @param name as shown to the operator
 * @param application how the service builds itself
 * @param arguments settings that differ from its {@code standalone} profile, as command-line arguments
 */
record PipelineService(
        String name,
        Port shown,
        Port management,
        Supplier<SpringApplicationBuilder> application,
        List<String> arguments) {

    PipelineService {
        arguments = List.copyOf(arguments);
    }

    URI readiness(Environment environment) {
        return URI.create("http://127.0.0.1:" + environment.port(management) + "/actuator/health/readiness");
    }
}
