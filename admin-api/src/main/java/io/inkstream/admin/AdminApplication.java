package io.inkstream.admin;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/**
 * Projects the topics into PostgreSQL and serves them. Spring Kafka's own beans and the default user stay out: this
 * service polls by itself and has its own accounts.
 */
@SpringBootApplication(exclude = {KafkaAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@ConfigurationPropertiesScan
public class AdminApplication {

    /** The application as every door starts it: {@link #main}, {@code standalone}, tests. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(AdminApplication.class)
                .properties("spring.config.name=admin-api", "spring.jmx.enabled=false", "spring.main.banner-mode=off");
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
