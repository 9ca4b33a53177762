package io.inkstream.ingress.whatsapp;

import io.inkstream.ingress.http.WebhookIntake;
import io.inkstream.ingress.http.WebhookServlet;
import io.inkstream.ingress.http.WebhookSource;
import io.inkstream.ingress.signature.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Adds Meta's check of a new callback URL: a GET whose challenge is echoed when its token is ours. */
public final class WhatsAppServlet extends WebhookServlet {
    private final transient Secret verifyToken;

    public WhatsAppServlet(WebhookSource source, WebhookIntake intake, Secret verifyToken) {
        super(source, intake);
        this.verifyToken = verifyToken;
    }

    @Override
    protected void other(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET")) {
            super.other(request, response);
            return;
        }
        var challenge = request.getParameter("hub.challenge");
        boolean verified = challenge != null
                && "subscribe".equals(request.getParameter("hub.mode"))
                && isOurs(request.getParameter("hub.verify_token"));
        response.setStatus(verified ? HttpServletResponse.SC_OK : HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/plain;charset=UTF-8"); // never HTML: the challenge is the caller's text
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write((verified ? challenge : "Forbidden").getBytes(StandardCharsets.UTF_8));
    }

    private boolean isOurs(String token) {
        return token != null && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), verifyToken.bytes());
    }
}
