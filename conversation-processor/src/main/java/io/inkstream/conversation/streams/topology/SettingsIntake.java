package io.inkstream.conversation.streams.topology;

import io.inkstream.schemas.Ids;
import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.json.UnreadableRecord;
import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes {@code studio.config.v1} into the global store: each version under {@code <studio>@<version>}, the newest good one
 * under {@code <studio>}. Bad settings change nothing and raise an alert; because every version is kept on the topic, the
 * last good one is found again after a restart.
 */
final class SettingsIntake implements Processor<byte[], byte[], Void, Void> {
    private static final Logger log = LoggerFactory.getLogger(SettingsIntake.class);

    private final PendingAlerts alerts;
    private final Clock clock;
    private @Nullable ProcessorContext<Void, Void> context;
    private @Nullable KeyValueStore<String, byte[]> store;

    SettingsIntake(PendingAlerts alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<Void, Void> newContext) {
        context = newContext;
        store = newContext.getStateStore(ConversationTopology.SETTINGS_STORE);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (record.key() == null || record.value() == null || store == null) {
            return; // a tombstone takes nothing away: old decisions name their version for ever
        }
        var key = new String(record.key(), StandardCharsets.UTF_8);
        try {
            var settings = Topics.STUDIO_CONFIG.read(record.value());
            var problem = SettingsCheck.problem(key, settings);
            if (problem == null) {
                keep(store, settings, record.value());
            } else {
                refuse(key, problem);
            }
        } catch (UnreadableRecord e) {
            refuse(key, String.valueOf(e.getMessage()));
        }
    }

    private static void keep(KeyValueStore<String, byte[]> store, StudioConfig settings, byte[] value) {
        store.put(settings.versionedKey(), value);
        var newest = store.get(settings.studio());
        if (newest == null || Topics.STUDIO_CONFIG.read(newest).configVersion() < settings.configVersion()) {
            store.put(settings.studio(), value);
        }
    }

    private void refuse(String key, String problem) {
        log.atError()
                .addKeyValue("settings", key)
                .addKeyValue("problem", problem)
                .log("settings refused, the last good ones stay in force");
        var offset = context == null
                ? -1
                : context.recordMetadata().map(found -> found.offset()).orElse(-1L);
        alerts.add(new SystemEvent(
                Ids.derived(key + "@offset" + offset, "settings.refused", 0),
                clock.instant(),
                SystemEvent.Level.ERROR,
                "settings.refused",
                studioOf(key),
                null,
                null,
                Map.of("settings", key, "problem", problem)));
    }

    private static String studioOf(String key) {
        var at = key.indexOf('@');
        return at < 0 ? key : key.substring(0, at);
    }
}
