package io.inkstream.sheets.store;

import java.util.Objects;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** The standalone password is printed in the documentation: no other profile starts with it, nor connects anywhere first. */
@Component
final class PublicSecretCheck implements BeanFactoryPostProcessor {
    private static final String PASSWORD = "spring.datasource.password";
    private static final String PUBLIC_PREFIX = "inkstream-dev-";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var environment = beans.getBean(Environment.class);
        var password = Objects.requireNonNullElse(environment.getProperty(PASSWORD), "");
        if (password.startsWith(PUBLIC_PREFIX) && !environment.acceptsProfiles(Profiles.of("standalone"))) {
            throw new IllegalStateException(
                    PASSWORD + " is the public standalone password: set a secret one, or use the profile standalone");
        }
    }
}
