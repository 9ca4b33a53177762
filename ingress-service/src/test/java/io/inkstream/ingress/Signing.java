package io.inkstream.ingress;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Meta and Stripe do; written apart from the service's own code, so that both cannot be wrong alike. */
public final class Signing {
    public static final String APP_SECRET = "inkstream-dev-app-secret";
    public static final String STRIPE_SECRET = "inkstream-dev-stripe-secret";

    private Signing() {}

    public static String whatsapp(String secret, byte[] body) {
        return "sha256=" + hmac(secret, body);
    }

    public static String stripe(String secret, Instant at, byte[] body) {
        var seconds = at.getEpochSecond();
        var signed = (seconds + "." + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        return "t=" + seconds + ",v1=" + hmac(secret, signed);
    }

    private static String hmac(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
