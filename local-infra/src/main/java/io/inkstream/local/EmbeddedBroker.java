package io.inkstream.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/**
 * One Kafka node, broker and controller in one, on loopback. Data stays in its folder and survives a stop or a kill of
 * the process; writes reach the disk as the operating system flushes them, so a power cut may lose the newest.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int NODE_ID = 1;

    /** Offsets a few minutes old must not vanish while the pipeline is stopped over a holiday. */
    private static final int OFFSETS_RETENTION_MINUTES = 60 * 24 * 60;

    /**
     * How long the controller goes on counting on a broker that it does not hear from. There is no other to take over, so
     * one that stalls, on a busy or a sleeping machine, is better waited for: to lose its registration while it is at work
     * has the same consequences as a kill, see {@link KafkaNode}.
     */
    private static final int REGISTRATION_LAPSES_MS = 10 * 60 * 1_000;

    private final KafkaNode node;
    private final int port;

    private EmbeddedBroker(KafkaNode node, int port) {
        this.node = node;
        this.port = port;
    }

    /** Starts on {@code port}; the controller takes {@code controllerPort}. The folder is formatted when it is new. */
    public static EmbeddedBroker start(Path folder, int port, int controllerPort) {
        format(folder);
        return new EmbeddedBroker(KafkaNode.start(new KafkaConfig(settings(folder, port, controllerPort))), port);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Stops cleanly. Close every client first: clients of a vanished broker wait for it. */
    @Override
    public void close() {
        node.stop();
    }

    private static void format(Path folder) {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(folder);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
                    .setNodeId(NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(folder.toString())
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setIgnoreFormatted(true)
                    .setSupportedFeatures(new ArrayList<>(Feature.PRODUCTION_FEATURES))
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the Kafka folder " + folder, e);
        } catch (Exception e) { // the formatter declares Exception
            throw new IllegalStateException("cannot format the Kafka folder " + folder, e);
        }
    }

    private static Map<String, String> settings(Path folder, int port, int controllerPort) {
        var settings = new HashMap<String, String>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.put("log.dirs", folder.toString());
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("auto.create.topics.enable", "false");
        settings.put("broker.session.timeout.ms", String.valueOf(REGISTRATION_LAPSES_MS));
        settings.put("group.initial.rebalance.delay.ms", "0");
        // A single node: transactions do not start unless every internal topic is content with one replica.
        for (var prefix : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(prefix + ".replication.factor", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        // A small footprint: the defaults are meant for a machine of the broker's own.
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("log.cleaner.dedupe.buffer.size", "16777216");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("offsets.retention.minutes", String.valueOf(OFFSETS_RETENTION_MINUTES));
        return settings;
    }
}
