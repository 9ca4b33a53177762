package io.inkstream.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void port_whenSomebodyListens_isTaken() throws IOException {
        var port = FreePorts.next();

        assertThat(FreePorts.taken(port)).isFalse();
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.taken(socket.getLocalPort())).isTrue();
        }
    }

    @Test
    void port_isGivenOnce_andIsNoneOfTheOnesOutgoingConnectionsGet() {
        var ports = Stream.generate(FreePorts::next).limit(200).toList();

        assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port < 32_768);
    }
}
