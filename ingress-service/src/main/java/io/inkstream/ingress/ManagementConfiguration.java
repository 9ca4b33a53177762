package io.inkstream.ingress;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Spring Boot sets up the management port's MVC only when it finds a dispatcher in the application. The webhooks have
 * none, so here is one that nobody can reach: it is never registered with the public server.
 */
@Configuration(proxyBeanMethods = false)
class ManagementConfiguration {

    @Bean
    DispatcherServlet unreachableDispatcher() {
        return new DispatcherServlet();
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> unreachableDispatcherRegistration(DispatcherServlet dispatcher) {
        var registration = new ServletRegistrationBean<>(dispatcher);
        registration.setEnabled(false);
        return registration;
    }
}
