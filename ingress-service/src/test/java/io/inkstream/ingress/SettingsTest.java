package io.inkstream.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.ingress.bench.BenchProperties;
import io.inkstream.ingress.clock.ClockProperties;
import io.inkstream.ingress.http.BodyProperties;
import io.inkstream.ingress.publish.PublishProperties;
import io.inkstream.ingress.signature.Secret;
import io.inkstream.ingress.stripe.StripeProperties;
import io.inkstream.ingress.whatsapp.WhatsAppProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class SettingsTest {

    @Test
    void settings_withoutAnyGiven_haveTheseDefaults() {
        assertThat(bind("inkstream.ingress.whatsapp", WhatsAppProperties.class, Map.of()))
                .isEqualTo(
                        new WhatsAppProperties(List.of(), new Secret(""), DataSize.ofMegabytes(3), 10_000, Map.of()));
        assertThat(bind("inkstream.ingress.stripe", StripeProperties.class, Map.of()))
                .isEqualTo(new StripeProperties(List.of(), true, Duration.ofMinutes(5), DataSize.ofKilobytes(256)));
        assertThat(bind("inkstream.ingress.publish", PublishProperties.class, Map.of()))
                .isEqualTo(new PublishProperties(
                        Duration.ofSeconds(4),
                        20_000,
                        Duration.ofMillis(1),
                        "lz4",
                        131_072,
                        67_108_864,
                        Duration.ofSeconds(5)));
        assertThat(bind("inkstream.ingress.body", BodyProperties.class, Map.of()))
                .isEqualTo(new BodyProperties(DataSize.ofMegabytes(64), Duration.ofSeconds(10)));
        assertThat(bind("inkstream.ingress.signature", SignatureProperties.class, Map.of()))
                .isEqualTo(new SignatureProperties(Duration.ofMinutes(1)));
        assertThat(bind("inkstream.ingress.bench", BenchProperties.class, Map.of()))
                .isEqualTo(new BenchProperties(false));
        assertThat(bind("inkstream.clock", ClockProperties.class, Map.of()))
                .isEqualTo(new ClockProperties(Duration.ZERO));
    }

    @Test
    void settings_whenGiven_areTakenByTheseNames() {
        assertThat(bind(
                        "inkstream.ingress.whatsapp",
                        WhatsAppProperties.class,
                        Map.of(
                                "app-secrets", "a,b",
                                "verify-token", "t",
                                "body-max", "1MB",
                                "updates-max", "5",
                                "accounts.12", "34")))
                .isEqualTo(new WhatsAppProperties(
                        List.of(new Secret("a"), new Secret("b")),
                        new Secret("t"),
                        DataSize.ofMegabytes(1),
                        5,
                        Map.of("12", "34")));
        assertThat(bind(
                        "inkstream.ingress.stripe",
                        StripeProperties.class,
                        Map.of("webhook-secrets", "a,b", "live-mode", "false", "tolerance", "1m", "body-max", "1KB")))
                .isEqualTo(new StripeProperties(
                        List.of(new Secret("a"), new Secret("b")),
                        false,
                        Duration.ofMinutes(1),
                        DataSize.ofKilobytes(1)));
        assertThat(bind(
                        "inkstream.ingress.publish",
                        PublishProperties.class,
                        Map.of(
                                "acknowledge-within", "1s",
                                "pending-records-max", "2",
                                "linger", "3ms",
                                "compression", "zstd",
                                "batch-bytes", "4",
                                "buffer-bytes", "5",
                                "retry-after", "6s")))
                .isEqualTo(new PublishProperties(
                        Duration.ofSeconds(1), 2, Duration.ofMillis(3), "zstd", 4, 5, Duration.ofSeconds(6)));
        assertThat(bind("inkstream.ingress.body", BodyProperties.class, Map.of("memory", "1MB", "arrive-within", "2s")))
                .isEqualTo(new BodyProperties(DataSize.ofMegabytes(1), Duration.ofSeconds(2)));
        assertThat(bind("inkstream.ingress.signature", SignatureProperties.class, Map.of("alarm-interval", "2m")))
                .isEqualTo(new SignatureProperties(Duration.ofMinutes(2)));
        assertThat(bind("inkstream.ingress.bench", BenchProperties.class, Map.of("enabled", "true")))
                .isEqualTo(new BenchProperties(true));
        assertThat(bind("inkstream.clock", ClockProperties.class, Map.of("offset", "PT36H")))
                .isEqualTo(new ClockProperties(Duration.ofHours(36)));
    }

    @Test
    void settings_allStandInTheReadme() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var all = Stream.of(
                WhatsAppProperties.class,
                StripeProperties.class,
                PublishProperties.class,
                BodyProperties.class,
                SignatureProperties.class,
                BenchProperties.class,
                ClockProperties.class);

        var names = all.flatMap(type -> Stream.of(type.getRecordComponents())
                .map(component ->
                        type.getAnnotation(ConfigurationProperties.class).value() + "." + kebab(component.getName())));

        assertThat(names).allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @Test
    void secrets_areNotPrinted() {
        var properties = bind(
                "inkstream.ingress.whatsapp",
                WhatsAppProperties.class,
                Map.of("app-secrets", "very-secret", "verify-token", "also-secret"));

        assertThat(properties.toString()).doesNotContain("secret-", "very-secret", "also-secret");
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> values) {
        var prefixed = new HashMap<String, String>();
        values.forEach((name, value) -> prefixed.put(prefix + "." + name, value));
        return new Binder(new MapConfigurationPropertySource(prefixed)).bindOrCreate(prefix, type);
    }
}
