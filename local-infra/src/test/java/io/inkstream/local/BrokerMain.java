package io.inkstream.local;

import java.nio.file.Path;

/** A broker in a process of its own: folder, port, controller port. */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (var broker = EmbeddedBroker.start(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))) {
            System.out.println(broker.bootstrapServers());
            ChildJvm.serveUntilKilled();
        }
    }
}
