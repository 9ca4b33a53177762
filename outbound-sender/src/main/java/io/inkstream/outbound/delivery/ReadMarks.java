package io.inkstream.outbound.delivery;

import io.inkstream.outbound.whatsapp.GraphClient;
import io.inkstream.outbound.whatsapp.GraphRequests;
import io.inkstream.schemas.inbound.InboundMessage;
import io.inkstream.schemas.inbound.MessageContent;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Marks what people write as read. Best effort, outside ledger and lanes: one that fails, or would have to wait, is left out. */
public final class ReadMarks implements AutoCloseable {
    private static final int UNDER_WAY_MAX = 32;
    /** A mark for something older looks odd, and a typing indicator would end by then anyway. */
    private static final Duration NEWS = Duration.ofSeconds(25);

    private final GraphRequests requests;
    private final GraphClient client;
    private final SendGate gate;
    private final MarkProperties properties;
    private final Clock businessClock;
    private final Semaphore room = new Semaphore(UNDER_WAY_MAX);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("read-mark-", 0).factory());

    ReadMarks(Courier.Tools tools, MarkProperties properties, Clock businessClock) {
        this.requests = tools.requests();
        this.client = tools.client();
        this.gate = tools.gate();
        this.properties = properties;
        this.businessClock = businessClock;
    }

    /** Returns at once. */
    public void received(InboundMessage message) {
        if (!deserves(message) || !room.tryAcquire()) {
            return;
        }
        threads.execute(() -> {
            try {
                var body = requests.readMark(message.id(), properties.typing());
                var _ = client.send(message.phoneNumberId(), body, () -> true);
            } finally {
                room.release();
            }
        });
    }

    @Override
    public void close() {
        threads.close();
    }

    private boolean deserves(InboundMessage message) {
        return message.groupId() == null
                && !(message.content() instanceof MessageContent.Reaction)
                && !(message.content() instanceof MessageContent.SystemNotice)
                && message.occurredAt().isAfter(businessClock.instant().minus(NEWS))
                && gate.settingsKnown()
                && !gate.pausedStudios().contains(message.studio())
                && !gate.isHeld(message.phoneNumberId());
    }
}
