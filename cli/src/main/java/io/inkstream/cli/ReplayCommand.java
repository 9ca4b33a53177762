package io.inkstream.cli;

import java.net.URI;
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

    @Command(
            name = "sheet",
            description = "Rebuilds a studio's sheet from the log: every row is written again. Says what differed.",
            mixinStandardHelpOptions = true)
    int sheet(
            @Option(
                            names = "--sheets",
                            paramLabel = "<url>",
                            description = "the sheets sink's management port (default ${DEFAULT-VALUE})",
                            defaultValue = "${env:INKSTREAM_SHEETS_URL:-http://localhost:9084}")
                    URI sheets,
            @Option(names = "--studio", required = true, description = "the studio's slug") String studio,
            @Option(names = "--dry-run", description = "only say what differs") boolean dryRun)
            throws InterruptedException {
        var out = spec.commandLine().getOut();
        var api = new SheetsApi(sheets);
        out.println(SheetsApi.told(api.drift(studio)));
        if (dryRun) {
            return 0;
        }
        var begun = api.rebuild(studio);
        out.println(begun.path("recordsRead").asLong() + " records read, "
                + begun.path("due").asLong() + " rows to write");
        var after =
                api.settled(studio, waiting -> out.println(waiting.path("due").asLong() + " rows to write"));
        out.println(SheetsApi.told(after));
        return SheetsApi.differs(after) ? 1 : 0;
    }
}
