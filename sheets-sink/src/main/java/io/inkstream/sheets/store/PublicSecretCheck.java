package io.inkstream.sheets.store;

import java.util.Objects;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** The standalone password is printed in the documentation: no other profile starts with it. */
@Component
final class PublicSecretCheck implements InitializingBean {
    private static final String PASSWORD = "spring.datasource.password";
    private static final String PUBLIC_PREFIX = "inkstream-dev-";

    private final Environment environment;

    PublicSecretCheck(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void afterPropertiesSet() {
        var password = Objects.requireNonNullElse(environment.getProperty(PASSWORD), "");
        if (password.startsWith(PUBLIC_PREFIX) && !environment.acceptsProfiles(Profiles.of("standalone"))) {
            throw new IllegalStateException(
                    PASSWORD + " is the public standalone password: set a secret one, or use the profile standalone");
        }
    }
}
