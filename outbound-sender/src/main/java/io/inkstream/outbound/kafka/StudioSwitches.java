package io.inkstream.outbound.kafka;

import io.inkstream.outbound.delivery.SendGate;
import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.json.UnreadableRecord;
import io.inkstream.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the pause switch of all studios. Nothing is sent before the settings have been read to their end; settings that
 * cannot be read leave the last good ones in force.
 */
final class StudioSwitches implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(StudioSwitches.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(1);
    private static final char VERSION_MARK = '@';

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final SendGate gate;
    private final Set<String> paused = new HashSet<>();
    private final Thread thread =
            Thread.ofPlatform().name("studio-switches").daemon().unstarted(this::run);
    private volatile boolean running;
    private volatile @Nullable Consumer<String, byte[]> current;

    StudioSwitches(Supplier<Consumer<String, byte[]>> consumers, SendGate gate) {
        this.consumers = consumers;
        this.gate = gate;
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        var reading = current;
        if (reading != null) {
            reading.wakeup();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try (var consumer = consumers.get()) {
                current = consumer;
                follow(consumer);
            } catch (WakeupException _) {
                return; // stopped
            } catch (KafkaException e) {
                log.atWarn().setCause(e).log("studio settings cannot be read; trying again");
                pause();
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        var partitions = consumer.partitionsFor(Topics.STUDIO_CONFIG.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            consumer.poll(POLL).forEach(this::apply);
        }
        gate.pause(paused);
        while (running) {
            var news = consumer.poll(POLL);
            news.forEach(this::apply);
            if (!news.isEmpty()) {
                gate.pause(paused);
            }
        }
    }

    /** Only the newest version of a studio counts; it is the record without a version in its key. */
    private void apply(ConsumerRecord<String, byte[]> record) {
        var studio = record.key();
        if (studio == null || studio.indexOf(VERSION_MARK) >= 0) {
            return;
        }
        if (record.value() == null) {
            paused.remove(studio);
            return;
        }
        try {
            apply(Topics.STUDIO_CONFIG.read(record.value()));
        } catch (UnreadableRecord e) {
            log.atError().setCause(e).addKeyValue("offset", record.offset()).log("unreadable studio settings ignored");
        }
    }

    private void apply(StudioConfig config) {
        if (config.switches() != null && config.switches().paused()) {
            paused.add(config.studio());
        } else {
            paused.remove(config.studio());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(TRY_AGAIN_AFTER);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
