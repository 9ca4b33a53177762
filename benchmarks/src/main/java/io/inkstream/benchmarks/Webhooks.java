package io.inkstream.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed webhooks of many clients, as Meta sends them. Client n is always the same phone number. */
final class Webhooks {
    private static final byte[] SECRET = "inkstream-dev-app-secret".getBytes(StandardCharsets.UTF_8);
    private static final AtomicLong WAMID = new AtomicLong();

    /** Distinguishes the wamids of one run from those of every other. */
    private final String run = Long.toString(System.nanoTime(), 36);

    private final Mac mac = mac();

    /** The phone number of client {@code index}, of a series that no person has. */
    static String phone(long index) {
        return String.format(Locale.ROOT, "4479%08d", index);
    }

    /** The client whose number this is, or -1 for a number of no series of ours. */
    static long index(String phone) {
        var digits = phone.startsWith("+") ? phone.substring(1) : phone;
        return digits.startsWith("4479") && digits.length() == 12 ? Long.parseLong(digits.substring(4)) : -1;
    }

    /** One text message. */
    Request message(long client, String text) {
        return sign(
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"102290129340398\",\"changes\":[{\"value\":{"
                        + "\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"442079460101\",\"phone_number_id\":\"106540352242922\"},"
                        + "\"contacts\":[{\"profile\":{\"name\":\"Sam Carter\"},\"wa_id\":\"" + phone(client) + "\"}],"
                        + "\"messages\":[{\"from\":\"" + phone(client) + "\",\"id\":\"wamid.B" + run
                        + WAMID.incrementAndGet()
                        + "\",\"timestamp\":\"" + System.currentTimeMillis() / 1000
                        + "\",\"type\":\"text\",\"text\":{\"body\":\"" + text + "\"}}]},\"field\":\"messages\"}]}]}");
    }

    /** A batch of delivery statuses of messages that nobody sent, as they come three to a message. */
    Request statuses(int count) {
        var statuses = new StringBuilder(count * 160);
        for (var index = 0; index < count; index++) {
            statuses.append(index == 0 ? "" : ",")
                    .append("{\"id\":\"wamid.S")
                    .append(run)
                    .append(WAMID.incrementAndGet())
                    .append("\",\"status\":\"delivered\",\"timestamp\":\"")
                    .append(System.currentTimeMillis() / 1000)
                    .append("\",\"recipient_id\":\"")
                    .append(phone(index))
                    .append("\"}");
        }
        return sign(
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"102290129340398\",\"changes\":[{\"value\":{"
                        + "\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"442079460101\",\"phone_number_id\":\"106540352242922\"},"
                        + "\"statuses\":[" + statuses + "]},\"field\":\"messages\"}]}]}");
    }

    private Request sign(String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Request(bytes, "sha256=" + HexFormat.of().formatHex(mac.doFinal(bytes)));
    }

    private static Mac mac() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
