package io.inkstream.conversation.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.conversation.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.internals.InMemoryKeyValueStore;
import org.junit.jupiter.api.Test;

/** However many timers wait, a look costs no more than what is due; and what fired is gone, whoever looks next. */
class ManyTimersTest {
    private static final Instant T0 = Instant.parse("2026-11-23T10:00:00Z");
    private static final int PENDING = 1_000_000;
    private static final Duration AMPLE = Duration.ofMinutes(1);

    private final CountingStore store = new CountingStore();

    @Test
    void aMillionPending_onlyTheDueOnesAreRead() {
        var timers = new DueTimers(store);
        for (int i = 0; i < PENDING; i++) {
            timers.put("studio/4479" + i, new Alarm("reminder", 1, T0.plusSeconds(3_600 + i)));
        }
        timers.put("studio/due", new Alarm("reminder", 1, T0));

        store.read = 0;
        assertThat(take(timers, T0)).containsExactly("studio/due");
        assertThat(store.read).as("entries read for one due of a million").isEqualTo(1);

        store.read = 0;
        for (int second = 1; second <= 600; second++) {
            assertThat(take(timers, T0.plusSeconds(second))).isEmpty();
        }
        assertThat(store.read).as("entries read while nothing is due").isZero();

        store.read = 0;
        assertThat(take(timers, T0.plusSeconds(3_600 + 99))).hasSize(100);
        assertThat(store.read).isEqualTo(100);
    }

    /** After a restart or a rebalance another task opens the store; the cursor and the deletions came with it. */
    @Test
    void eachFiresOnce_acrossRestarts() {
        var timers = new DueTimers(store);
        for (int i = 0; i < 1_000; i++) {
            timers.put("studio/4479" + i, new Alarm("reminder", 1, T0.plusSeconds(i)));
        }
        var fired = new ArrayList<String>();
        for (int second = 0; second <= 1_000; second += 50) {
            fired.addAll(take(timers, T0.plusSeconds(second)));
            timers = new DueTimers(store); // restarted
            fired.addAll(take(timers, T0.plusSeconds(second)));
        }

        assertThat(fired).hasSize(1_000);
        assertThat(new HashSet<>(fired)).hasSize(1_000);
    }

    private static List<String> take(DueTimers timers, Instant now) {
        var due = new ArrayList<String>();
        timers.takeDue(now, PENDING, AMPLE, found -> due.add(found.conversationKey()));
        return due;
    }

    /** Counts what an iterator hands out: what a scan really reads. */
    private static final class CountingStore extends InMemoryKeyValueStore {
        private int read;

        CountingStore() {
            super("timers");
        }

        @Override
        public synchronized KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
            var all = super.range(from, to);
            return new KeyValueIterator<>() {
                @Override
                public void close() {
                    all.close();
                }

                @Override
                public Bytes peekNextKey() {
                    return all.peekNextKey();
                }

                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public KeyValue<Bytes, byte[]> next() {
                    read++;
                    return all.next();
                }
            };
        }
    }
}
