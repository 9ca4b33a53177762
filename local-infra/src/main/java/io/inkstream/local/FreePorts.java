package io.inkstream.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports nobody listens on right now, below the range that Linux takes outgoing connections' ports from
 * ({@code net.ipv4.ip_local_port_range}, 32768 and up): a server that is away for a moment, as in tests of kills and
 * outages, finds its port free when it comes back, however many clients connect meanwhile.
 */
public final class FreePorts {
    private static final int LOWEST = 20_000;
    private static final int COUNT = 12_768;
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private FreePorts() {}

    /**
     * A free loopback port that this process was not given before.
     *
     * @throws IllegalStateException when every port of the range is taken
     */
    public static int next() {
        for (var tried = 0; tried < COUNT; tried++) {
            var port = LOWEST + NEXT.getAndIncrement() % COUNT;
            if (!taken(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port from %d to %d is free".formatted(LOWEST, LOWEST + COUNT - 1));
    }

    /** Whether something listens on this loopback port, or it cannot be bound. */
    public static boolean taken(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }
}
