package io.inkstream.outbound.kafka;

import io.inkstream.schemas.Ids;
import io.inkstream.schemas.system.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes dead letters of records that cannot be read. */
final class DeadLetters {
    static final String SERVICE = "outbound-sender";

    private DeadLetters() {}

    static DeadLetter unreadable(ConsumerRecord<String, byte[]> record, String detail, Clock clock) {
        var position = record.topic() + "-" + record.partition() + "@" + record.offset();
        String payload;
        boolean base64;
        try {
            payload = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(record.value()))
                    .toString();
            base64 = false;
        } catch (CharacterCodingException _) {
            payload = Base64.getEncoder().encodeToString(record.value());
            base64 = true;
        }
        return new DeadLetter(
                Ids.derived(position, "dead-letter", 0),
                clock.instant(),
                SERVICE,
                "unreadable",
                detail,
                null,
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                payload,
                base64,
                1);
    }
}
