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
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
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
     * After a kill the node's former registration must lapse before it may register again (default: 9 s). There is no
     * other node to take over, so a node that stalls for longer only keeps its clients waiting until it is back.
     */
    private static final int REGISTRATION_LAPSES_MS = 2_000;

    private static final int REGISTRATION_RENEWED_MS = 500;

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts on {@code port}; the controller takes {@code controllerPort}. The folder is formatted when it is new. */
    public static EmbeddedBroker start(Path folder, int port, int controllerPort) {
        format(folder);
        var server = new KafkaRaftServer(new KafkaConfig(settings(folder, port, controllerPort)), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, port);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Stops cleanly. Close every client first: clients of a vanished broker wait for it. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
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
        settings.put("broker.heartbeat.interval.ms", String.valueOf(REGISTRATION_RENEWED_MS));
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
