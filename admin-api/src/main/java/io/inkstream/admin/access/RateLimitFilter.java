package io.inkstream.admin.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds each client of the API and of the action links to its rate. Runs once the caller is known. */
final class RateLimitFilter extends OncePerRequestFilter {
    private final TokenBuckets authenticated;
    private final TokenBuckets anonymous;
    private final ClientAddress addresses;
    private final ProblemWriter problems;

    RateLimitFilter(
            TokenBuckets authenticated, TokenBuckets anonymous, ClientAddress addresses, ProblemWriter problems) {
        this.authenticated = authenticated;
        this.anonymous = anonymous;
        this.addresses = addresses;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        var known = caller != null && caller.isAuthenticated() && !(caller instanceof AnonymousAuthenticationToken);
        var address = addresses.of(request);
        var wait = known && caller != null
                ? authenticated.take(caller.getName() + "@" + address)
                : anonymous.take(address);
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Retry-After", String.valueOf(wait.toSeconds() + 1));
            problems.write(
                    response, HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Slow down; try again shortly.");
        }
    }

    /** By the path as the controllers see it: {@code /%61pi} is {@code /api} too. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getServletPath();
        return !path.startsWith("/api/") && !path.startsWith("/a/");
    }
}
