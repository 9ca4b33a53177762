package io.inkstream.acceptance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures as Meta makes them, with the standalone pipeline's public secret. */
final class Signed {
    private static final byte[] SECRET = "inkstream-dev-app-secret".getBytes(StandardCharsets.UTF_8);

    private Signed() {}

    static String header(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** A webhook with one text message of this phone, as Meta would send it now. */
    static byte[] textWebhook(String phone, String wamid, String text, long epochSeconds) {
        var root = Http.JSON.createObjectNode().put("object", "whatsapp_business_account");
        var entry = root.putArray("entry").addObject().put("id", "102290129340398");
        var change = entry.putArray("changes").addObject().put("field", "messages");
        var value = change.putObject("value").put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", "442079460101")
                .put("phone_number_id", "106540352242922");
        value.putArray("contacts")
                .addObject()
                .put("wa_id", phone)
                .putObject("profile")
                .put("name", "Sam");
        value.putArray("messages")
                .addObject()
                .put("from", phone)
                .put("id", wamid)
                .put("timestamp", String.valueOf(epochSeconds))
                .put("type", "text")
                .putObject("text")
                .put("body", text);
        return Http.JSON.writeValueAsBytes(root);
    }
}
