package io.inkstream.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the services reported to operators. */
@Command(name = "events", description = "What the services reported.", mixinStandardHelpOptions = true)
final class EventsCommand {
    private static final int DAYS_MIN = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // filled in by picocli
    private CommandSpec spec;

    @Command(
            name = "cleanup",
            description = "Removes old system events from the dashboard's tables; the service does so by itself too.",
            mixinStandardHelpOptions = true)
    int cleanup(
            @Mixin AdminApi.Access access,
            @Option(
                            names = "--days",
                            defaultValue = "90",
                            description = "events older than that are removed (default ${DEFAULT-VALUE}, at least 1)")
                    int days)
            throws InterruptedException {
        if (days < DAYS_MIN) {
            throw new ParameterException(spec.commandLine(), "--days must be 1 or more");
        }
        var removed = new AdminApi(access).removeEventsOlderThan(days);
        spec.commandLine().getOut().println("removed " + removed + " events older than " + days + " days");
        return 0;
    }
}
