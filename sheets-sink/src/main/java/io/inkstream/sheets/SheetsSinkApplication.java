package io.inkstream.sheets;

import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;

/** Keeps the artist's Google Sheet: one row per lead. */
@SpringBootConfiguration(proxyBeanMethods = false)
@SheetsSinkAutoConfigurations
@ComponentScan
@ConfigurationPropertiesScan
public class SheetsSinkApplication {

    /** The application, to be started alone or beside the other services in one JVM. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(SheetsSinkApplication.class)
                .properties(Map.of(
                        "spring.config.name", "sheets-sink",
                        "spring.jmx.enabled", "false",
                        "spring.main.banner-mode", "off"));
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
