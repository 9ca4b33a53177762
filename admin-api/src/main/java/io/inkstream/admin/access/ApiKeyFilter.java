package io.inkstream.admin.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets programs in by {@code X-Api-Key}. Hashes are compared, in constant time, so that no guess learns anything. */
final class ApiKeyFilter extends OncePerRequestFilter {
    static final String HEADER = "X-Api-Key";

    private final byte[] expected;

    ApiKeyFilter(String apiKey) {
        this.expected = sha256(apiKey);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = request.getHeader(HEADER);
        if (given != null && MessageDigest.isEqual(expected, sha256(given))) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new ApiKeyAuthentication());
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    /** Streams answer later, in another dispatch: the key stands for it too. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
