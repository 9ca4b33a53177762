package io.inkstream.standalone;

import io.inkstream.local.EmbeddedDatabase;
import io.inkstream.local.FreePorts;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code inkstream up}: starts everything, says where it is, and stops everything when asked to. */
public final class StandaloneApplication {
    private static final int EXIT_USAGE = 2;

    private StandaloneApplication() {}

    public static void main(String[] arguments) {
        var wishes = List.of(arguments);
        var progress = new Progress(System.out);
        try {
            switch (wishes.isEmpty() ? "" : wishes.getFirst()) {
                case "up" -> {
                    refuseOthersThan(List.of("up", "--fresh"), wishes);
                    run(wishes.contains("--fresh"), progress);
                }
                case "rehearse" -> {
                    refuseOthersThan(List.of("rehearse"), wishes);
                    Rehearsal.play(Environment.of(System.getenv()).home(), progress);
                }
                default -> refuseOthersThan(List.of(), List.of(""));
            }
        } catch (StartFailure e) {
            System.err.println("inkstream: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refuseOthersThan(List<String> known, List<String> wishes) {
        if (!known.containsAll(wishes)) {
            System.err.println("usage: inkstream up [--fresh]");
            System.exit(EXIT_USAGE);
        }
    }

    private static void run(boolean fresh, Progress progress) throws InterruptedException {
        var environment = Environment.of(System.getenv());
        var data = DataFolder.open(environment.home());
        Logging.to(data.at("log"));
        EmbeddedDatabase.stopLeftBehind(data.at("postgres"));
        var taken = environment.takenPorts(FreePorts::taken);
        if (!taken.isEmpty()) {
            throw new StartFailure(String.join("\n           ", taken));
        }
        if (fresh) {
            data.clear();
        }
        var offset = data.clockOffset(environment.firstOffset(Clock.systemUTC()));
        var pipeline = new Pipeline(environment, data, offset, progress);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            pipeline.stop();
                            data.close();
                            stopped.countDown();
                        },
                        "stop"));
        pipeline.start();
        progress.say(Welcome.text(environment, progress.sinceStart()));
        stopped.await();
    }
}
