package io.inkstream.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** One run of the command line: its exit code and what stood on the terminal. */
record CommandRun(int exitCode, List<String> out, String err) {
    static CommandRun of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exitCode = InkstreamCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new CommandRun(exitCode, out.toString().lines().toList(), err.toString());
    }
}
