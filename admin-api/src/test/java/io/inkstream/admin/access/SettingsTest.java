package io.inkstream.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.util.unit.DataSize;

class SettingsTest {
    private static final String OWN_HASH = "{noop}something-private";

    @Test
    void limits_haveTheirDefaults() {
        assertThat(new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("inkstream.admin.limits", Bindable.of(LimitProperties.class)))
                .isEqualTo(new LimitProperties(50, 200, 10, 50, 10, 10_000, DataSize.ofKilobytes(64), List.of()));
    }

    @Test
    void limits_areReadFromTheirProperties() {
        var bound = new Binder(new MapConfigurationPropertySource(Map.of(
                        "l.authenticated-per-second", "1",
                        "l.authenticated-burst", "2",
                        "l.anonymous-per-second", "3",
                        "l.anonymous-burst", "4",
                        "l.failed-logins-per-minute", "5",
                        "l.clients-max", "6",
                        "l.body-max", "7B",
                        "l.trusted-proxies", "10.0.0.1,10.0.0.2")))
                .bindOrCreate("l", Bindable.of(LimitProperties.class));

        assertThat(bound)
                .isEqualTo(new LimitProperties(1, 2, 3, 4, 5, 6, DataSize.ofBytes(7), List.of("10.0.0.1", "10.0.0.2")));
    }

    @Test
    void publicSecrets_areRefusedOutsideOfStandalone() {
        assertThatThrownBy(() -> start("inkstream-dev-key", OWN_HASH, "own"))
                .hasMessageContaining("inkstream.admin.access.api-key");
        assertThatThrownBy(() -> start("own", "{noop}inkstream-dev-admin", "own"))
                .hasMessageContaining("inkstream.admin.access.user-password-hash");
        assertThatThrownBy(() -> start("own", OWN_HASH, "inkstream-dev-postgres"))
                .hasMessageContaining("spring.datasource.password");
        assertThatThrownBy(() -> start("", OWN_HASH, "own")).hasMessageContaining("inkstream.admin.access.api-key");
        start("own", OWN_HASH, "own");
    }

    @Test
    void publicSecrets_areFineInStandalone() {
        var environment = new MockEnvironment().withProperty("spring.datasource.password", "inkstream-dev-postgres");
        environment.setActiveProfiles("standalone");

        new StandaloneSecrets(
                        new AccessProperties("inkstream-dev-key", "a@b", "{noop}inkstream-dev-admin"),
                        PasswordEncoderFactories.createDelegatingPasswordEncoder(),
                        environment)
                .afterPropertiesSet();
    }

    private static void start(String apiKey, String hash, String databasePassword) {
        new StandaloneSecrets(
                        new AccessProperties(apiKey, "a@b", hash),
                        PasswordEncoderFactories.createDelegatingPasswordEncoder(),
                        new MockEnvironment().withProperty("spring.datasource.password", databasePassword))
                .afterPropertiesSet();
    }
}
