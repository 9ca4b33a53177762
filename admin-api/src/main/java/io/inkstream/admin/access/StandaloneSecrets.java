package io.inkstream.admin.access;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The standalone secrets are public: any other profile refuses to start with them. */
@Component
final class StandaloneSecrets implements InitializingBean {
    private static final String PUBLIC_PREFIX = "inkstream-dev-";
    private static final String PUBLIC_PASSWORD = "inkstream-dev-admin";

    private final AccessProperties access;
    private final PasswordEncoder passwords;
    private final Environment environment;

    StandaloneSecrets(AccessProperties access, PasswordEncoder passwords, Environment environment) {
        this.access = access;
        this.passwords = passwords;
        this.environment = environment;
    }

    @Override
    public void afterPropertiesSet() {
        if (environment.acceptsProfiles(Profiles.of("standalone"))) {
            return;
        }
        refuse("inkstream.admin.access.api-key", access.requiredApiKey());
        refuse("spring.datasource.password", environment.getProperty("spring.datasource.password"));
        if (passwords.matches(PUBLIC_PASSWORD, access.requiredUserPasswordHash())) {
            throw refusal("inkstream.admin.access.user-password-hash");
        }
    }

    private static void refuse(String property, @Nullable String value) {
        if (value != null && value.startsWith(PUBLIC_PREFIX)) {
            throw refusal(property);
        }
    }

    private static IllegalStateException refusal(String property) {
        return new IllegalStateException(
                property + " holds the public secret of the standalone profile; set one of your own");
    }
}
