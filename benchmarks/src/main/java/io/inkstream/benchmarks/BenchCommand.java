package io.inkstream.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./inkstream bench}. Exit code 0 when every target is met, 1 when one is missed. */
@Command(
        name = "bench",
        description = {
            "Measures the pipeline on this machine, generator included, and prints a table.",
            "Figures are lower bounds on a shared machine: compare ratios of one run."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BenchCommand implements Callable<Integer> {
    @Option(
            names = "--only",
            split = ",",
            description = "of: start, memory, processor, ingress, pipeline (default: all, in this order)")
    private List<String> only = List.of();

    @Option(
            names = "--warm-up",
            defaultValue = "60",
            description = "seconds of load before measuring (default ${DEFAULT-VALUE})")
    private int warmUpSeconds;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "seconds of each measured part (default ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--json",
            defaultValue = "target/bench/report.json",
            description = "where the figures go (default ${DEFAULT-VALUE})")
    private Path json = Path.of("target/bench/report.json");

    @Option(names = "--standalone", defaultValue = "standalone/target/standalone.jar", hidden = true)
    private Path standalone = Path.of("standalone/target/standalone.jar");

    private BenchCommand() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var folder = Files.createDirectories(Path.of("target/bench").toAbsolutePath());
        var options = new Options(
                standalone.toAbsolutePath(),
                folder,
                Duration.ofSeconds(warmUpSeconds),
                Duration.ofSeconds(seconds),
                only);
        var report = new Report(System.out);
        if (options.wants("start")) {
            new StartScenario(options, report).run();
        }
        if (options.wants("memory")) {
            new MemoryScenario(options, report).run();
        }
        if (options.wants("processor")) {
            new ProcessorScenario(options, report).run();
        }
        if (options.wants("ingress")) {
            new IngressScenario(options, report).run();
        }
        if (options.wants("pipeline")) {
            new PipelineScenario(options, report).run();
        }
        report.print();
        report.write(json);
        return report.allMet() ? 0 : 1;
    }
}
