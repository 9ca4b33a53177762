package io.inkstream.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person at the terminal sees while the pipeline starts and stops: one line per part. */
final class Progress {
    private final PrintStream out;
    private final long startedNanos = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    synchronized void say(String line) {
        out.println(line);
    }

    synchronized void done(String what, String where, Duration took) {
        out.printf(Locale.ROOT, "  ok  %-24s %-28s %5.1f s%n", what, where, took.toMillis() / 1000.0);
    }

    Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }
}
