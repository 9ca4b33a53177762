package io.inkstream.simulator.faults;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reaches under the servlet API, which knows no way to break a connection. */
@Configuration(proxyBeanMethods = false)
class Connections {
    private static final String CONNECTION = Connections.class.getName();

    /** Resets the request's connection (RST, as when a machine dies); the result is for the caller to throw. */
    static ConnectionBroken reset(ServletRequest request) {
        if (request.getAttribute(CONNECTION) instanceof Request connection) {
            if (connection.getConnector().getProtocolHandler() instanceof ResettableProtocol protocol) {
                protocol.discardOnClose(connection.getRemotePort());
            }
            connection.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
        }
        return new ConnectionBroken();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> breakableConnections() {
        return factory -> {
            factory.setProtocol(ResettableProtocol.class.getName());
            factory.addEngineValves(new KnowsItsConnection());
        };
    }

    /** Lets a request find its connection again. */
    private static final class KnowsItsConnection extends ValveBase {
        KnowsItsConnection() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            request.setAttribute(CONNECTION, request);
            getNext().invoke(request, response);
        }
    }
}
