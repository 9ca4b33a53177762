package io.inkstream.standalone;

import io.inkstream.local.EmbeddedBroker;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Only the broker, for a pipeline that is told {@code INKSTREAM_KAFKA_BOOTSTRAP}: to stop one without the other. */
public final class BrokerOnly {
    private BrokerOnly() {}

    /** Takes the data folder, the port and the controller's port. */
    public static void main(String[] arguments) throws InterruptedException {
        var folder = Path.of(arguments[0]);
        Logging.to(folder.resolveSibling("log"));
        var broker = EmbeddedBroker.start(folder, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
        System.out.println("Kafka is up on " + broker.bootstrapServers());
        new CountDownLatch(1).await();
    }
}
