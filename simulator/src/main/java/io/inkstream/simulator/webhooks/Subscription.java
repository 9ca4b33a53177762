package io.inkstream.simulator.webhooks;

import java.net.URI;

/** Where one provider's webhooks go and how they are signed. */
public interface Subscription {
    Provider provider();

    URI url();

    String signatureHeader();

    /** The header's value for these bytes, made anew for every attempt. */
    String sign(byte[] body);

    /** Whether the provider takes this HTTP status for an acknowledgement. */
    boolean acknowledges(int status);
}
