package io.inkstream.outbound;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.ComponentScan;

/** The sender as a process of its own, or as one context of many in a JVM. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan
// In standalone other services' libraries are on the class path: what this one has no use for must not configure
// itself.
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
        })
public class OutboundSenderApplication {

    /** The application, not started yet. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(OutboundSenderApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .properties("spring.config.name=outbound-sender", "spring.jmx.enabled=false");
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
