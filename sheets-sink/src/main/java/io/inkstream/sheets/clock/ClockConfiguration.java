package io.inkstream.sheets.clock;

import io.inkstream.schemas.BusinessClock;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /**
     * Where the business clock begins.
     *
     * @param offset how far ahead of the real clock; zero in production
     */
    @ConfigurationProperties("inkstream.clock")
    record ClockProperties(@DefaultValue("PT0S") Duration offset) {}

    @Bean
    BusinessClock businessClock(ClockProperties settings) {
        return new BusinessClock(settings.offset());
    }

    @Bean
    @Profile("standalone")
    BusinessClockEndpoint businessClockEndpoint(BusinessClock clock) {
        return new BusinessClockEndpoint(clock);
    }
}
