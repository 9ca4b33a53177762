package io.inkstream.admin.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** The address that a request really comes from: the peer's, or what a trusted proxy says about it. */
final class ClientAddress {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<IpAddressMatcher> trustedProxies;

    ClientAddress(List<String> trustedProxies) {
        this.trustedProxies = trustedProxies.stream().map(IpAddressMatcher::new).toList();
    }

    /** Reads the forwarded addresses from the right, as each trusted proxy appended what it saw, or a line of its own. */
    String of(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        var hops = String.join(",", Collections.list(request.getHeaders(FORWARDED_FOR)))
                .split(",", -1);
        for (int i = hops.length - 1; i >= 0 && trusted(address); i--) {
            var hop = hops[i].strip();
            if (!looksLikeAddress(hop)) {
                break;
            }
            address = hop;
        }
        return address;
    }

    private boolean trusted(String address) {
        return trustedProxies.stream().anyMatch(proxy -> proxy.matches(address));
    }

    private static boolean looksLikeAddress(String text) {
        return text.matches("[0-9A-Fa-f:.]{3,45}");
    }
}
