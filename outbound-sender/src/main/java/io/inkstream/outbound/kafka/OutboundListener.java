package io.inkstream.outbound.kafka;

import io.inkstream.outbound.delivery.Intake;
import io.inkstream.outbound.ledger.Arrival;
import io.inkstream.outbound.ledger.Redrive;
import io.inkstream.schemas.RecordHeaders;
import io.inkstream.schemas.json.UnreadableRecord;
import io.inkstream.schemas.outbound.OutboundCommand;
import io.inkstream.schemas.outbound.OutboundCommand.FactsOnly;
import io.inkstream.schemas.outbound.OutboundCommand.SendMessage;
import io.inkstream.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.listener.BatchMessageListener;

/** Takes each poll of commands and facts into the ledger as one; offsets are committed after its transaction. */
final class OutboundListener implements BatchMessageListener<String, byte[]> {
    private static final byte[] SHADOW = "shadow".getBytes(StandardCharsets.UTF_8);

    private final Intake intake;
    private final UnreadableRecords unreadable;

    OutboundListener(Intake intake, UnreadableRecords unreadable) {
        this.intake = intake;
        this.unreadable = unreadable;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> poll) {
        var commands = new ArrayList<OutboundCommand>(poll.size());
        var arrivals = new ArrayList<Arrival>(poll.size());
        var redrives = new ArrayList<Redrive>();
        for (var record : poll) {
            if (record.value() == null || isShadow(record)) {
                continue;
            }
            try {
                var command = Topics.OUTBOUND.read(record.value());
                check(command);
                commands.add(command);
                switch (command) {
                    case SendMessage message -> {
                        arrivals.add(arrival(message, record));
                        redriven(record).ifPresent(number -> redrives.add(new Redrive(message.id(), number)));
                    }
                    case FactsOnly _ -> {} // all there is to it is in the facts
                }
            } catch (UnreadableRecord e) {
                unreadable.keep(record, e);
            }
        }
        if (!commands.isEmpty()) {
            accept(commands, arrivals, redrives);
        }
    }

    private void accept(List<OutboundCommand> commands, List<Arrival> arrivals, List<Redrive> redrives) {
        try {
            intake.accept(commands, arrivals, redrives);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while there was no room", e);
        }
    }

    private static Arrival arrival(SendMessage message, ConsumerRecord<String, byte[]> record) {
        return new Arrival(
                message,
                record.key(),
                new String(record.value(), StandardCharsets.UTF_8),
                record.partition(),
                record.offset());
    }

    /** JSON lets fields be absent that nothing here can do without. */
    private static void check(OutboundCommand command) {
        if (command.id() == null
                || command.studio() == null
                || command.occurredAt() == null
                || command.facts() == null
                || command.facts().recipient() == null) {
            throw incomplete();
        }
        var recipient = command.facts().recipient();
        if (recipient.phone() == null && recipient.bsuid() == null) {
            throw incomplete();
        }
        if (command instanceof SendMessage message
                && (message.lane() == null
                        || message.phoneNumberId() == null
                        || message.message() == null
                        || message.messageClass() == null
                        || message.copyKey() == null)) {
            throw incomplete();
        }
    }

    private static UnreadableRecord incomplete() {
        return new UnreadableRecord("a required field is missing", new IllegalArgumentException());
    }

    /** The number of the redrive, when people have sent this record again. */
    private static Optional<Integer> redriven(ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader(RecordHeaders.REDRIVE);
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.parseInt(new String(header.value(), StandardCharsets.UTF_8)));
        } catch (NumberFormatException e) {
            throw new UnreadableRecord("the header " + RecordHeaders.REDRIVE + " is no number", e);
        }
    }

    /** A replay in the shadows must perform nothing. */
    private static boolean isShadow(ConsumerRecord<String, byte[]> record) {
        var mode = record.headers().lastHeader(RecordHeaders.MODE);
        return mode != null && Arrays.equals(mode.value(), SHADOW);
    }
}
