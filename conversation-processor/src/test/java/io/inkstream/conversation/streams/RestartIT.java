package io.inkstream.conversation.streams;

import static io.inkstream.conversation.streams.topology.Incoming.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.conversation.streams.topology.Incoming;
import io.inkstream.schemas.lead.LeadEvent.DuplicateIgnored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What survives stops, kills, lost disks and moving partitions: every input is decided exactly once. */
class RestartIT {
    private static final int CLIENTS = 40;

    @Test
    void stateFolder_whenLost_isRestoredFromTheChangelogs() throws IOException {
        var phone = "447700902001";
        var folder = RunningProcessor.temporaryFolder();
        try (var log = new DecisionLog()) {
            try (var _ = RunningProcessor.start("restore-it", folder)) {
                RunningProcessor.send(message("wamid.restore.1").from(phone).text("hi"));
                RunningProcessor.send(message("wamid.restore.2").from(phone).text("A dragon on my arm"));
                log.await("studio/" + phone, 2);
            }
            delete(folder);

            try (var _ = RunningProcessor.start("restore-it", folder)) {
                RunningProcessor.send(message("wamid.restore.1").from(phone).text("hi"));

                var third = log.await("studio/" + phone, 3);
                var first = log.await("studio/" + phone, 1);
                assertThat(third.events()).containsExactly(new DuplicateIgnored(first.inputRef()));
            }
        }
    }

    @Test
    void process_whenKilledAgainAndAgain_decidesEachInputOnce() throws Exception {
        var folder = RunningProcessor.temporaryFolder();
        RunningProcessor.publishStudios();
        try (var log = new DecisionLog();
                var load = new Load("4477009031")) {
            for (var kill = 0; kill < 3; kill++) {
                var process = ProcessorProcess.start("kill-it", folder);
                load.sendSome(200);
                log.await(load.newestKey(), load.sentByNewest());
                load.sendInTheBackground();
                process.kill();
                load.stopSending();
            }
            try (var _ = RunningProcessor.start("kill-it", folder, "--inkstream.processor.instance-id=kill-it")) {
                log.awaitExactly(load.keys(), load.sent(), Duration.ofSeconds(90));
            }
        }
    }

    @Test
    void partitions_whenTheyMoveBetweenTwoInstances_areDecidedOnce() {
        try (var log = new DecisionLog();
                var load = new Load("4477009041")) {
            var first = RunningProcessor.start("rebalance-it", RunningProcessor.temporaryFolder());
            load.sendSome(100);
            load.sendInTheBackground();
            try (var _ = RunningProcessor.start("rebalance-it", RunningProcessor.temporaryFolder())) {
                load.sendSome(100);
                first.close();
                load.sendSome(100);
                load.stopSending();
                log.awaitExactly(load.keys(), load.sent(), Duration.ofSeconds(90));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Messages of many clients, in turn; each has an id of its own. */
    private static final class Load implements AutoCloseable {
        private final String phonePrefix;
        private final Set<String> keys = new HashSet<>();
        private final AtomicBoolean sending = new AtomicBoolean();
        private CompletableFuture<Void> background = CompletableFuture.completedFuture(null);
        private int sent;

        Load(String phonePrefix) {
            this.phonePrefix = phonePrefix;
        }

        void sendSome(int count) {
            for (var i = 0; i < count; i++) {
                sendNext();
            }
        }

        void sendInTheBackground() {
            sending.set(true);
            background = CompletableFuture.runAsync(
                    () -> {
                        while (sending.get()) {
                            sendNext();
                        }
                    },
                    Thread.ofPlatform().name("load")::start);
        }

        void stopSending() {
            sending.set(false);
            background.join();
        }

        private synchronized void sendNext() {
            var phone = phonePrefix + (10 + sent % CLIENTS);
            keys.add("studio/" + phone);
            RunningProcessor.send(Incoming.message("wamid." + phonePrefix + "." + sent)
                    .from(phone)
                    .text("message " + sent));
            sent++;
        }

        synchronized int sent() {
            return sent;
        }

        synchronized String newestKey() {
            return "studio/" + phonePrefix + (10 + (sent - 1) % CLIENTS);
        }

        /** How many messages the newest sender has sent: clients take turns. */
        synchronized int sentByNewest() {
            return (sent + CLIENTS - 1) / CLIENTS;
        }

        synchronized Set<String> keys() {
            return Set.copyOf(keys);
        }

        @Override
        public void close() {
            stopSending();
        }
    }
}
