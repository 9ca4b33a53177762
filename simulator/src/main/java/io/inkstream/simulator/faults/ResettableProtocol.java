package io.inkstream.simulator.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Tomcat's HTTP connector, with one more ability: closing a connection so that the client sees a reset. */
public final class ResettableProtocol extends Http11NioProtocol {

    /** Makes the next close of the connection from that port send RST instead of FIN. */
    void discardOnClose(int remotePort) {
        getEndpoint().getConnections().stream()
                .filter(connection -> connection.getRemotePort() == remotePort)
                .forEach(ResettableProtocol::discardOnClose);
    }

    private static void discardOnClose(SocketWrapperBase<NioChannel> connection) {
        try {
            connection.getSocket().getIOChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            throw new UncheckedIOException("the connection is closed already", e);
        }
    }
}
