package io.inkstream.ingress.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers every path that is not a webhook. */
public final class FallbackServlet extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problems.write(response, 404, "not_found", "Not found", "Webhooks live under /webhooks.");
    }
}
