package io.inkstream.admin.access;

import io.inkstream.admin.web.Problem;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opens and closes sessions. Wrong passwords are counted per address, and answered alike whatever was wrong. */
@RestController
class LoginController {
    private static final long RETRY_SECONDS = 60;

    private final AuthenticationManager authentication;
    private final SecurityContextRepository contexts;
    private final LoginAttempts attempts;
    private final ClientAddress addresses;

    LoginController(
            AuthenticationManager authentication,
            SecurityContextRepository contexts,
            LoginAttempts attempts,
            ClientAddress addresses) {
        this.authentication = authentication;
        this.contexts = contexts;
        this.attempts = attempts;
        this.addresses = addresses;
    }

    /** What a person types. */
    record Login(@Nullable String email, @Nullable String password) {
        @Override
        public String toString() {
            return "Login[***]";
        }
    }

    /** Who is logged in. The cookie XSRF-TOKEN comes along; its value goes back as X-XSRF-TOKEN with every change. */
    record Session(String user, List<String> roles) {}

    @PostMapping("/api/login")
    @SecurityRequirements // none: this is the way in
    Session login(
            @RequestBody Login login,
            @Parameter(hidden = true) CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response) {
        var address = addresses.of(request);
        if (!attempts.begin(address)) {
            throw Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-logins",
                            "Too many wrong passwords from this address; wait a minute.",
                            Map.of())
                    .retryAfter(RETRY_SECONDS);
        }
        try {
            var caller = authentication.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(
                    String.valueOf(login.email()), String.valueOf(login.password())));
            attempts.succeeded(address);
            open(caller, request, response);
            return session(caller, csrf);
        } catch (AuthenticationException e) {
            throw Problem.of(
                    HttpStatus.UNAUTHORIZED, "login-refused", "The e-mail address or the password is wrong.", Map.of());
        }
    }

    @PostMapping("/api/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** Who am I; also brings the CSRF cookie after a reload. */
    @GetMapping("/api/session")
    Session session(Authentication caller, @Parameter(hidden = true) CsrfToken csrf) {
        csrf.getToken(); // asked for, it is written as a cookie
        return new Session(
                caller.getName(),
                caller.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList());
    }

    /** A new session id at login, so that one planted before is worth nothing. */
    private void open(Authentication caller, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(caller);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
