package io.inkstream.standalone;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where things are and which ports they take: the environment variables of the README, with their defaults.
 *
 * @param outsideKafka bootstrap servers of a broker to use instead of one of our own
 */
record Environment(
        Path home,
        Map<Port, Integer> ports,
        @Nullable String outsideKafka,
        @Nullable Instant clockStart) {

    /** Every port that standalone listens on. */
    enum Port {
        INGRESS("INKSTREAM_INGRESS_PORT", 8080),
        ADMIN("INKSTREAM_ADMIN_PORT", 8081),
        SIMULATOR("INKSTREAM_SIMULATOR_PORT", 8090),
        KAFKA("INKSTREAM_KAFKA_PORT", 19092),
        KAFKA_CONTROLLER("INKSTREAM_KAFKA_CONTROLLER_PORT", 19093),
        POSTGRES("INKSTREAM_POSTGRES_PORT", 15432),
        INGRESS_MANAGEMENT("INKSTREAM_INGRESS_MANAGEMENT_PORT", 9080),
        ADMIN_MANAGEMENT("INKSTREAM_ADMIN_MANAGEMENT_PORT", 9081),
        PROCESSOR_MANAGEMENT("INKSTREAM_PROCESSOR_MANAGEMENT_PORT", 9082),
        SENDER_MANAGEMENT("INKSTREAM_SENDER_MANAGEMENT_PORT", 9083),
        SHEETS_MANAGEMENT("INKSTREAM_SHEETS_MANAGEMENT_PORT", 9084),
        SIMULATOR_MANAGEMENT("INKSTREAM_SIMULATOR_MANAGEMENT_PORT", 9090);

        final String variable;
        final int standard;

        Port(String variable, int standard) {
            this.variable = variable;
            this.standard = standard;
        }
    }

    static Environment of(Map<String, String> variables) {
        var ports = new java.util.EnumMap<Port, Integer>(Port.class);
        for (var port : Port.values()) {
            ports.put(port, portNumber(port, variables.get(port.variable)));
        }
        return new Environment(
                Path.of(variables.getOrDefault("INKSTREAM_HOME", ".inkstream"))
                        .toAbsolutePath()
                        .normalize(),
                Map.copyOf(ports),
                variables.get("INKSTREAM_KAFKA_BOOTSTRAP"),
                instant(variables.get("INKSTREAM_CLOCK_START")));
    }

    int port(Port port) {
        return ports.getOrDefault(port, port.standard);
    }

    /** The broker that services talk to: one of our own, unless an outside one is named. */
    String kafkaBootstrap() {
        return outsideKafka != null ? outsideKafka : "127.0.0.1:" + port(Port.KAFKA);
    }

    String url(Port port) {
        return "http://localhost:" + port(port);
    }

    /** Ports in use by somebody else, each with the variable that moves ours; empty when all are free. */
    List<String> takenPorts(java.util.function.IntPredicate taken) {
        return java.util.Arrays.stream(Port.values())
                .filter(port -> !isBrokers(port) || outsideKafka == null)
                .filter(port -> taken.test(port(port)))
                .map(port -> "port " + port(port) + " is taken; choose another with " + port.variable + "=<port>")
                .toList();
    }

    private static boolean isBrokers(Port port) {
        return port == Port.KAFKA || port == Port.KAFKA_CONTROLLER;
    }

    /** The business clock's offset for a first start. */
    Duration firstOffset(Clock now) {
        return clockStart == null ? Duration.ZERO : Duration.between(now.instant(), clockStart);
    }

    private static int portNumber(Port port, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return port.standard;
        }
        try {
            var number = Integer.parseInt(value.strip());
            if (number >= 1 && number <= 65_535) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the one message for everything that is no port
        }
        throw new StartFailure(port.variable + " must be a port from 1 to 65535, not \"" + value + "\"");
    }

    private static @Nullable Instant instant(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(value.strip());
        } catch (DateTimeParseException e) {
            throw new StartFailure("INKSTREAM_CLOCK_START must look like 2026-09-21T14:00:00Z, not \"" + value + "\"");
        }
    }
}
