package io.inkstream.local;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server$;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.LoggerFactory;

/**
 * Kafka's own combined server ({@link KafkaRaftServer}) with one step more between its two halves: before the broker
 * starts, the controller forgets the registration of the broker's former life.
 *
 * <p>Without that step a kill can lose data for good. The broker would start by what it was when it was killed, leader of
 * everything, and go on with the transactions whose commit was under way. Then its old registration lapses, no partition
 * has a leader for a moment, and Kafka 4.3 takes a partition without a leader for a deleted one (KAFKA-20734): it notes the
 * transaction as complete without having written its markers. Readers of committed records wait there for ever. With the
 * step nothing has a leader until the broker has registered anew, and the coordinators start after that. See
 * {@code docs/decisions/0007}.
 */
final class KafkaNode {
    private static final long START_LIMIT_SECONDS = 60;
    private static final long RETRY_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final ControllerServer controller;
    private final BrokerServer broker;

    private KafkaNode(ControllerServer controller, BrokerServer broker) {
        this.controller = controller;
        this.broker = broker;
    }

    /** Starts both halves; returns when clients are served. */
    static KafkaNode start(KafkaConfig config) {
        var folders = KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(KafkaNode.class), "");
        var shared = new SharedServer(
                config,
                folders._1(),
                Time.SYSTEM,
                Server$.MODULE$.initializeMetrics(
                        config, Time.SYSTEM, folders._1().clusterId().orElseThrow()),
                CompletableFuture.completedFuture(voters(config)),
                List.of(),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        var controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), folders._2());
        var broker = new BrokerServer(shared);
        var node = new KafkaNode(controller, broker);
        try {
            controller.startup();
            forgetFormerLife(shared, controller, config.nodeId());
            broker.startup();
            return node;
        } catch (RuntimeException e) {
            node.stop();
            throw e;
        }
    }

    /** Stops cleanly, the broker first. */
    void stop() {
        broker.shutdown();
        controller.shutdown();
        broker.awaitShutdown();
        controller.awaitShutdown();
    }

    private static Map<Integer, InetSocketAddress> voters(KafkaConfig config) {
        return QuorumConfig.parseVoterConnections(config.quorumConfig().voters());
    }

    private static void forgetFormerLife(SharedServer shared, ControllerServer controller, int nodeId) {
        var forgotten = new WithoutBroker(nodeId);
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_LIMIT_SECONDS);
        try {
            while (!unregistered(controller, nodeId)) {
                if (System.nanoTime() - deadline > 0) {
                    throw new IllegalStateException("Kafka's controller did not start within " + START_LIMIT_SECONDS
                            + " s; is its port taken by another node?");
                }
                LockSupport.parkNanos(RETRY_PAUSE_NANOS);
            }
            // The broker starts from what the loader has published, not from what the controller knows.
            shared.loader().installPublishers(List.of(forgotten)).get();
            forgotten.seen.get(START_LIMIT_SECONDS, TimeUnit.SECONDS);
            shared.loader().removeAndClosePublisher(forgotten).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka started", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka's former registration could not be removed", e);
        }
    }

    /** False as long as the controller is not in charge yet. */
    private static boolean unregistered(ControllerServer controller, int nodeId)
            throws ExecutionException, InterruptedException {
        var request =
                new ControllerRequestContext(new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
        try {
            controller.controller().unregisterBroker(request, nodeId).get();
            return true;
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case NotControllerException _ -> false;
                case BrokerIdNotRegisteredException _ -> true; // its first start
                case null, default -> throw e;
            };
        }
    }

    /** Waits for the cluster's metadata to be without this broker. */
    private static final class WithoutBroker implements MetadataPublisher {
        private final int nodeId;
        private final CompletableFuture<Void> seen = new CompletableFuture<>();

        private WithoutBroker(int nodeId) {
            this.nodeId = nodeId;
        }

        @Override
        public String name() {
            return "former-registration-" + nodeId;
        }

        @Override
        public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
            if (image.cluster().broker(nodeId) == null) {
                seen.complete(null);
            }
        }

        @Override
        public void close() {} // nothing is held
    }
}
