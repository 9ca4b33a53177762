package io.inkstream.ingress.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes RFC 9457 problem documents. All texts are ours and need no escaping. */
final class Problems {
    private Problems() {}

    static void write(HttpServletResponse response, int status, String type, String title, String detail)
            throws IOException {
        var body = """
                {"type":"urn:inkstream:problem:%s","title":"%s","status":%d,"detail":"%s"}""".formatted(type, title, status, detail).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
