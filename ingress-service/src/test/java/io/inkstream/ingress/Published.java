package io.inkstream.ingress;

import io.inkstream.schemas.RecordHeaders;
import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import io.inkstream.testkit.TopicReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one webhook left on the log, over all topics that ingress writes to; told by its correlation id. */
final class Published implements AutoCloseable {
    private final List<TopicReader<? extends WireRecord>> readers = Stream.of(
                    Topics.INBOUND,
                    Topics.STATUSES,
                    Topics.ACCOUNT,
                    Topics.PAYMENTS,
                    Topics.PAYMENTS_UNMATCHED,
                    Topics.UNROUTABLE)
            .<TopicReader<? extends WireRecord>>map(Published::reader)
            .toList();

    /** One record: on which topic, under which key. */
    record Found(String topic, @Nullable String key, WireRecord value, TopicReader.Entry<?> entry) {}

    private static <T extends WireRecord> TopicReader<T> reader(Topic<T> topic) {
        return TestKafka.read(topic);
    }

    /** All records of a webhook that has been answered; those of one key in their order. */
    List<Found> of(String correlationId) {
        var found = new ArrayList<Found>();
        for (var reader : readers) {
            for (var entry : reader.all()) {
                if (correlationId.equals(entry.header(RecordHeaders.CORRELATION_ID))) {
                    found.add(new Found(entry.source().topic(), entry.key(), entry.required(), entry));
                }
            }
        }
        return found;
    }

    /** The values of one topic among the webhook's records. */
    <T extends WireRecord> List<T> of(String correlationId, Topic<T> topic) {
        return of(correlationId).stream()
                .filter(found -> found.topic().equals(topic.name()))
                .map(found -> topic.valueType().cast(found.value()))
                .toList();
    }

    @Override
    public void close() {
        readers.forEach(TopicReader::close);
    }
}
