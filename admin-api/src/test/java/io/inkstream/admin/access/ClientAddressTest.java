package io.inkstream.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTest {
    private final ClientAddress addresses = new ClientAddress(List.of("10.0.0.0/8"));

    @Test
    void forwardedAddress_isBelievedFromATrustedProxyOnly() {
        assertThat(addresses.of(request("203.0.113.5", "198.51.100.7"))).isEqualTo("203.0.113.5");
        assertThat(addresses.of(request("10.0.0.1", "198.51.100.7"))).isEqualTo("198.51.100.7");
        assertThat(addresses.of(request("10.0.0.1", null))).isEqualTo("10.0.0.1");
    }

    @Test
    void whatAClientClaimsItself_isNotBelieved() {
        assertThat(addresses.of(request("10.0.0.1", "1.2.3.4, 198.51.100.7"))).isEqualTo("198.51.100.7");
        assertThat(addresses.of(request("10.0.0.1", "198.51.100.7, 10.0.0.2"))).isEqualTo("198.51.100.7");
        assertThat(addresses.of(request("10.0.0.1", "<script>"))).isEqualTo("10.0.0.1");
    }

    /** Some proxies add a line of their own instead of appending to the client's. */
    @Test
    void whatAClientClaimsInALineOfItsOwn_isNotBelieved() {
        var request = request("10.0.0.1", "1.2.3.4");
        request.addHeader("X-Forwarded-For", "198.51.100.7");

        assertThat(addresses.of(request)).isEqualTo("198.51.100.7");
    }

    private static MockHttpServletRequest request(String peer, @Nullable String forwardedFor) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        if (forwardedFor != null) {
            request.addHeader("X-Forwarded-For", forwardedFor);
        }
        return request;
    }
}
