package io.inkstream.admin.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A program that showed the API key. */
public final class ApiKeyAuthentication extends AbstractAuthenticationToken {
    private static final String NAME = "api-key";

    ApiKeyAuthentication() {
        super(List.of(new SimpleGrantedAuthority("ROLE_OWNER")));
        setAuthenticated(true);
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return NAME;
    }
}
