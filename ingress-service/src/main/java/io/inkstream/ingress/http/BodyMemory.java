package io.inkstream.ingress.http;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of bodies are held at once. Without it, a few thousand large bodies would fill the heap. */
public final class BodyMemory {
    private final long limit;
    private final AtomicLong held = new AtomicLong();

    public BodyMemory(BodyProperties properties) {
        this.limit = properties.memory().toBytes();
    }

    /** Bytes of one request, given back by {@link #close}. */
    final class Share implements AutoCloseable {
        private long bytes;

        void take(long more) throws Refused {
            if (held.addAndGet(more) > limit) {
                held.addAndGet(-more);
                throw new Refused(Answer.FULL);
            }
            bytes += more;
        }

        @Override
        public void close() {
            held.addAndGet(-bytes);
        }
    }

    public long held() {
        return held.get();
    }

    Share share() {
        return new Share();
    }
}
