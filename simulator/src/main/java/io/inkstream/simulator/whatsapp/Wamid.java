package io.inkstream.simulator.whatsapp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Message ids that look like Meta's: opaque to everybody, base64 of a little structure around phone number and chance. */
final class Wamid {
    private static final byte[] TO_PERSON = {0x15, 0x02, 0x00, 0x11, 0x18, 0x12};
    private static final byte[] FROM_PERSON = {0x15, 0x02, 0x00, 0x12, 0x18, 0x14};
    private static final int PHONE_LENGTH = 12;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Wamid() {}

    /** For a message of the studio to a person. */
    static String toPerson(String address) {
        return of(address, TO_PERSON, 9);
    }

    /** For a message that a person wrote. */
    static String fromPerson(String address) {
        return of(address, FROM_PERSON, 10);
    }

    private static String of(String address, byte[] kind, int randomBytes) {
        var phone = phoneLike(address).getBytes(StandardCharsets.US_ASCII);
        var random = new byte[randomBytes];
        ThreadLocalRandom.current().nextBytes(random);
        var chance = HEX.formatHex(random).getBytes(StandardCharsets.US_ASCII);
        var bytes = new byte[3 + phone.length + kind.length + chance.length + 1];
        bytes[0] = 0x1C;
        bytes[1] = 0x18;
        bytes[2] = (byte) phone.length;
        System.arraycopy(phone, 0, bytes, 3, phone.length);
        System.arraycopy(kind, 0, bytes, 3 + phone.length, kind.length);
        System.arraycopy(chance, 0, bytes, 3 + phone.length + kind.length, chance.length);
        return "wamid." + Base64.getEncoder().encodeToString(bytes);
    }

    /** Ids to BSUIDs carry a number too, one that tells nothing. */
    private static String phoneLike(String address) {
        if (People.isPhone(address)) {
            return address;
        }
        var digits = address.replaceAll("\\D", "");
        return "0".repeat(Math.max(0, PHONE_LENGTH - digits.length()))
                + digits.substring(Math.max(0, digits.length() - PHONE_LENGTH));
    }
}
