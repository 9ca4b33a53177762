package io.inkstream.ingress.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.springframework.util.unit.DataSize;

/** Reads a webhook's body: the bytes as they came, which are what the signature covers, and never too many of them. */
final class BodyReader {
    private static final int CHUNK = 16 * 1024;

    private final int bytesMax;
    private final long arriveWithinNanos;

    BodyReader(DataSize max, BodyProperties properties) {
        this.bytesMax = Math.toIntExact(max.toBytes());
        this.arriveWithinNanos = properties.arriveWithin().toNanos();
    }

    byte[] read(HttpServletRequest request, BodyMemory.Share memory) throws Refused, IOException {
        requirePlainJson(request);
        long announced = request.getContentLengthLong();
        if (announced > bytesMax) {
            throw new Refused(Answer.TOO_LARGE);
        }
        return announced >= 0
                ? readAnnounced(request.getInputStream(), (int) announced, memory)
                : readChunked(request.getInputStream(), memory);
    }

    private static void requirePlainJson(HttpServletRequest request) throws Refused {
        var encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new Refused(Answer.ENCODED);
        }
        var type = request.getContentType();
        if (type == null || !isJson(type.toLowerCase(Locale.ROOT))) {
            throw new Refused(Answer.NOT_JSON_TYPE);
        }
    }

    /** {@code application/json}, with or without a charset, which can only be UTF-8. */
    private static boolean isJson(String type) {
        int semicolon = type.indexOf(';');
        var media = semicolon < 0 ? type : type.substring(0, semicolon);
        int charset = type.indexOf("charset=");
        return media.strip().equals("application/json")
                && (charset < 0 || type.substring(charset + 8).replace("\"", "").startsWith("utf-8"));
    }

    private byte[] readAnnounced(InputStream in, int length, BodyMemory.Share memory) throws Refused, IOException {
        memory.take(length);
        var body = new byte[length];
        long start = System.nanoTime();
        for (int at = 0; at < length; ) {
            int read = in.read(body, at, length - at);
            if (read < 0) {
                throw new EOFException("the body ended before its announced length");
            }
            at += read;
            requireInTime(start);
        }
        return body;
    }

    private byte[] readChunked(InputStream in, BodyMemory.Share memory) throws Refused, IOException {
        var body = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        long start = System.nanoTime();
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            if (body.size() + read > bytesMax) {
                throw new Refused(Answer.TOO_LARGE);
            }
            memory.take(read);
            body.write(chunk, 0, read);
            requireInTime(start);
        }
        return body.toByteArray();
    }

    private void requireInTime(long start) throws Refused {
        if (System.nanoTime() - start > arriveWithinNanos) {
            throw new Refused(Answer.TOO_SLOW);
        }
    }
}
