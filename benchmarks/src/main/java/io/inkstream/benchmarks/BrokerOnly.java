package io.inkstream.benchmarks;

import io.inkstream.local.EmbeddedBroker;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The broker alone in a process, so that its CPU time is not that of the generator or of a service. */
public final class BrokerOnly {
    private BrokerOnly() {}

    /** Takes the data folder, the port and the controller's port. */
    public static void main(String[] arguments) throws InterruptedException {
        var broker = EmbeddedBroker.start(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        System.out.println("Kafka is up on " + broker.bootstrapServers());
        new CountDownLatch(1).await();
    }
}
