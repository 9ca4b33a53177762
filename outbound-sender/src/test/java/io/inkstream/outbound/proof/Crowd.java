package io.inkstream.outbound.proof;

import io.inkstream.outbound.stub.Commands;
import io.inkstream.schemas.outbound.OutboundCommand.SendMessage;
import io.inkstream.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Many conversations that get commands, in an order that a seed decides. */
final class Crowd implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final SplittableRandom random;
    private final List<Commands> conversations;
    private final List<SendMessage> published = Collections.synchronizedList(new ArrayList<>());

    Crowd(String bootstrap, int conversations, long seed) {
        this.producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap, "acks", "all", "delivery.timeout.ms", "120000"),
                new StringSerializer(),
                new ByteArraySerializer());
        this.random = new SplittableRandom(seed);
        this.conversations = IntStream.range(0, conversations)
                .mapToObj(_ -> Commands.newConversation())
                .toList();
    }

    /** Publishes so many commands, each for somebody by chance. */
    void receives(int commands) {
        for (var i = 0; i < commands; i++) {
            var someone = conversations.get(random.nextInt(conversations.size()));
            var command = someone.text("message").command();
            published.add(command);
            var _ = producer.send(new ProducerRecord<>(
                    Topics.OUTBOUND.name(),
                    someone.key(),
                    Topics.OUTBOUND.serializer().serialize("", command)));
        }
        producer.flush();
    }

    List<SendMessage> published() {
        synchronized (published) {
            return List.copyOf(published);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
