package io.inkstream.ingress;

import io.inkstream.ingress.bench.BenchProperties;
import io.inkstream.ingress.bench.EchoServlet;
import io.inkstream.ingress.clock.BusinessClockEndpoint;
import io.inkstream.ingress.clock.ClockProperties;
import io.inkstream.ingress.http.BodyMemory;
import io.inkstream.ingress.http.BodyProperties;
import io.inkstream.ingress.http.FallbackServlet;
import io.inkstream.ingress.http.SignatureAlarm;
import io.inkstream.ingress.http.WebhookIntake;
import io.inkstream.ingress.http.WebhookServlet;
import io.inkstream.ingress.identity.IdentityTable;
import io.inkstream.ingress.publish.PublishProperties;
import io.inkstream.ingress.publish.Publisher;
import io.inkstream.ingress.stripe.StripeProperties;
import io.inkstream.ingress.stripe.StripeSource;
import io.inkstream.ingress.studios.StudioDirectory;
import io.inkstream.ingress.whatsapp.WhatsAppProperties;
import io.inkstream.ingress.whatsapp.WhatsAppServlet;
import io.inkstream.ingress.whatsapp.WhatsAppSource;
import io.inkstream.schemas.BusinessClock;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Servlet;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/** The servlets of the public port. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    WhatsAppProperties.class,
    StripeProperties.class,
    BodyProperties.class,
    SignatureProperties.class,
    ClockProperties.class,
    BenchProperties.class
})
@Import(SecretsCheck.class)
class WebhookConfiguration {

    @Bean
    BusinessClock businessClock(ClockProperties properties) {
        return new BusinessClock(properties.offset());
    }

    @Bean
    @Profile("standalone")
    BusinessClockEndpoint businessClockEndpoint(BusinessClock clock) {
        return new BusinessClockEndpoint(clock);
    }

    @Bean
    BodyMemory bodyMemory(BodyProperties properties, MeterRegistry meters) {
        return meters.gauge("inkstream.ingress.body.bytes", new BodyMemory(properties), BodyMemory::held);
    }

    @Bean
    SignatureAlarm signatureAlarm(Publisher publisher, BusinessClock clock, SignatureProperties properties) {
        return new SignatureAlarm(publisher, clock, properties.alarmInterval());
    }

    @Bean
    WebhookIntake webhookIntake(
            Readiness readiness,
            BodyMemory memory,
            BodyProperties bodies,
            Publisher publisher,
            PublishProperties publishing,
            SignatureAlarm alarm,
            MeterRegistry meters) {
        return new WebhookIntake(readiness::open, memory, bodies, publisher, publishing, alarm, meters);
    }

    @Bean
    ServletRegistrationBean<WhatsAppServlet> whatsAppServlet(
            WhatsAppProperties properties,
            StudioDirectory studios,
            IdentityTable identities,
            BusinessClock clock,
            WebhookIntake intake) {
        var source = new WhatsAppSource(properties, studios, identities, clock);
        return servlet("whatsapp", new WhatsAppServlet(source, intake, properties.verifyToken()), "/webhooks/whatsapp");
    }

    @Bean
    ServletRegistrationBean<WebhookServlet> stripeServlet(
            StripeProperties properties, BusinessClock clock, WebhookIntake intake) {
        return servlet("stripe", new WebhookServlet(new StripeSource(properties, clock), intake), "/webhooks/stripe");
    }

    @Bean
    ServletRegistrationBean<FallbackServlet> fallbackServlet() {
        return servlet("fallback", new FallbackServlet(), "/");
    }

    @Bean
    @ConditionalOnBooleanProperty("inkstream.ingress.bench.enabled")
    ServletRegistrationBean<EchoServlet> echoServlet() {
        return servlet("echo", new EchoServlet(), "/bench/echo");
    }

    private static <T extends Servlet> ServletRegistrationBean<T> servlet(String name, T servlet, String path) {
        var registration = new ServletRegistrationBean<>(servlet, path);
        registration.setName(name);
        registration.setLoadOnStartup(1);
        return registration;
    }
}
