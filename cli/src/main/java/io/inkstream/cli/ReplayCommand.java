package io.inkstream.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Rebuilding from the log. */
@Command(name = "replay", description = "Rebuilds something from the log.", mixinStandardHelpOptions = true)
final class ReplayCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // filled in by picocli
    private CommandSpec spec;

    @Command(
            name = "projections",
            description = "Rebuilds the dashboard's tables beside the live ones, compares row by row, and swaps.",
            mixinStandardHelpOptions = true)
    int projections(
            @Mixin AdminApi.Access access,
            @Option(names = "--dry-run", description = "rebuild and compare, but keep the live tables") boolean dryRun)
            throws InterruptedException {
        var out = spec.commandLine().getOut();
        return new AdminApi(access).replayProjections(dryRun, out::println) ? 0 : 1;
    }
}
