package io.inkstream.simulator.whatsapp;

import io.inkstream.simulator.faults.ConnectionBroken;
import io.inkstream.simulator.http.Answer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The one call that load runs make thousands of times a second: answered before Spring MVC, which would cost more than
 * the work itself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MessagesFilter implements Filter {
    private static final String LAST = "/messages";

    private final MessageSends sends;

    MessagesFilter(MessageSends sends) {
        this.sends = sends;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer) {
            var phoneNumberId = http.getMethod().equals("POST") ? phoneNumberId(http.getRequestURI()) : null;
            if (phoneNumberId != null) {
                answer(http, answer, phoneNumberId);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, String phoneNumberId)
            throws IOException {
        try {
            write(sends.answer(phoneNumberId, request.getInputStream().readAllBytes(), request), response);
        } catch (ConnectionBroken e) {
            // nobody is there to be answered
        }
    }

    private static void write(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        response.setContentLength(answer.body().length);
        answer.headers().forEach(response::setHeader);
        response.getOutputStream().write(answer.body());
    }

    /** The digits in {@code /v23.0/<digits>/messages}; null when the path is another. */
    static @Nullable String phoneNumberId(String path) {
        if (!path.endsWith(LAST) || !path.startsWith("/v")) {
            return null;
        }
        var start = path.indexOf('/', 1) + 1;
        var end = path.length() - LAST.length();
        if (start <= 2 || start >= end) {
            return null;
        }
        var id = path.substring(start, end);
        return People.isPhone(id) ? id : null;
    }
}
