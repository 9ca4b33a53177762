package io.inkstream.ingress.http;

import io.inkstream.ingress.publish.Outgoing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** What tells one provider's webhook from another's. Thread-safe. */
public interface WebhookSource {

    /** For metrics and log lines. */
    String name();

    /** The largest body this provider sends. */
    DataSize bodyMax();

    /** Whether the provider signed exactly these bytes. Asked before anything looks into them. */
    boolean signed(HttpServletRequest request, byte[] body);

    /** Every record that the body becomes, in its order. Throws {@link Refused} when it is not what the provider sends. */
    List<Outgoing> records(byte[] body) throws Refused;
}
