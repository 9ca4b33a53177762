package io.inkstream.standalone;

import io.inkstream.admin.AdminApplication;
import io.inkstream.conversation.streams.ConversationProcessorApplication;
import io.inkstream.ingress.IngressApplication;
import io.inkstream.outbound.OutboundSenderApplication;
import io.inkstream.sheets.SheetsSinkApplication;
import io.inkstream.simulator.SimulatorApplication;
import io.inkstream.standalone.Environment.Port;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The services and the few settings in which this run differs from their own {@code standalone} profiles. */
final class Services {
    private final Environment environment;
    private final DataFolder data;
    private final Duration clockOffset;

    Services(Environment environment, DataFolder data, Duration clockOffset) {
        this.environment = environment;
        this.data = data;
        this.clockOffset = clockOffset;
    }

    /** admin-api first: it publishes the studios' settings, which the others wait for. */
    List<PipelineService> inOrder() {
        return List.of(
                service(
                        "admin-api",
                        Port.ADMIN,
                        Port.ADMIN_MANAGEMENT,
                        AdminApplication::application,
                        ServiceDatabase.ADMIN.arguments(environment)),
                service(
                        "conversation-processor",
                        Port.PROCESSOR_MANAGEMENT,
                        Port.PROCESSOR_MANAGEMENT,
                        ConversationProcessorApplication::application,
                        List.of("--inkstream.processor.state-dir=" + data.at("streams"))),
                service(
                        "simulator",
                        Port.SIMULATOR,
                        Port.SIMULATOR_MANAGEMENT,
                        SimulatorApplication::application,
                        List.of(
                                "--inkstream.simulator.data-folder=" + data.at("simulator"),
                                "--inkstream.simulator.clock.file=" + data.clockFile())),
                service(
                        "ingress-service",
                        Port.INGRESS,
                        Port.INGRESS_MANAGEMENT,
                        IngressApplication::application,
                        List.of()),
                service(
                        "outbound-sender",
                        Port.SENDER_MANAGEMENT,
                        Port.SENDER_MANAGEMENT,
                        OutboundSenderApplication::application,
                        ServiceDatabase.SENDER.arguments(environment)),
                service(
                        "sheets-sink",
                        Port.SHEETS_MANAGEMENT,
                        Port.SHEETS_MANAGEMENT,
                        SheetsSinkApplication::application,
                        ServiceDatabase.SHEETS.arguments(environment)));
    }

    private PipelineService service(
            String name,
            Port shown,
            Port management,
            Supplier<SpringApplicationBuilder> application,
            List<String> own) {
        var arguments = new ArrayList<String>();
        // Services find each other by these variables, which need not be set: a rehearsal takes ports of its own.
        for (var port : Port.values()) {
            arguments.add("--" + port.variable + "=" + environment.port(port));
        }
        arguments.add("--server.port=" + environment.port(shown));
        arguments.add("--spring.kafka.bootstrap-servers=" + environment.kafkaBootstrap());
        arguments.add("--inkstream.clock.offset=" + clockOffset);
        arguments.add("--management.server.port=" + environment.port(management));
        arguments.addAll(own);
        return new PipelineService(name, shown, management, application, arguments);
    }
}
