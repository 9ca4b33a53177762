package io.inkstream.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root: everything an operator does to a pipeline from outside. */
@Command(
        name = "inkstream",
        description = "Operates an Inkstream pipeline. (./inkstream up, test and bench belong to the launcher.)",
        mixinStandardHelpOptions = true,
        version = "inkstream 0.1.0",
        subcommands = {TopicsCommand.class, ReplayCommand.class, DeadLettersCommand.class, CommandLine.HelpCommand.class
        })
final class InkstreamCommand {
    private InkstreamCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(
                new PrintWriter(System.out, true, System.out.charset()),
                new PrintWriter(System.err, true, System.err.charset()),
                arguments));
    }

    /** Runs one command; 0 done, 1 not done (said why), 2 wrongly asked. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new InkstreamCommand())
                .addSubcommand("events", new EventsCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("inkstream: " + failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments);
    }
}
