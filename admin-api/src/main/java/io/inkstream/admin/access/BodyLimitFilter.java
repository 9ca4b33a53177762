package io.inkstream.admin.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body by the length that it announces, before anything of it is read; one that announces none, too. */
final class BodyLimitFilter extends OncePerRequestFilter {
    private final DataSize max;
    private final ProblemWriter problems;

    BodyLimitFilter(DataSize max, ProblemWriter problems) {
        this.max = max;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            problems.write(response, HttpStatus.LENGTH_REQUIRED, "length-required", "Send Content-Length.");
        } else if (request.getContentLengthLong() > max.toBytes()) {
            problems.write(
                    response,
                    HttpStatus.CONTENT_TOO_LARGE,
                    "content-too-large",
                    "A body may have at most " + max.toBytes() + " bytes.");
        } else {
            chain.doFilter(request, response);
        }
    }
}
