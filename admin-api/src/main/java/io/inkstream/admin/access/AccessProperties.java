package io.inkstream.admin.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may come in. All three are required: a missing one stops the start with its name.
 *
 * @param apiKey what programs send as X-Api-Key
 * @param userEmail the studio's login
 * @param userPasswordHash its password as Spring Security writes it: {@code {bcrypt}$2a$...}
 */
@ConfigurationProperties("inkstream.admin.access")
record AccessProperties(
        @Nullable String apiKey,
        @Nullable String userEmail,
        @Nullable String userPasswordHash) {

    String requiredApiKey() {
        return required("api-key", apiKey);
    }

    String requiredUserEmail() {
        return required("user-email", userEmail);
    }

    String requiredUserPasswordHash() {
        return required("user-password-hash", userPasswordHash);
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("inkstream.admin.access." + name + " must be set");
        }
        return value;
    }

    @Override
    public String toString() {
        return "AccessProperties[***]";
    }
}
