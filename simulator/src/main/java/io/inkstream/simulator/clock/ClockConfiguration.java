package io.inkstream.simulator.clock;

import io.inkstream.schemas.BusinessClock;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    @Bean
    OffsetFile offsetFile(ClockProperties properties) {
        return new OffsetFile(properties.file());
    }

    @Bean
    BusinessClock businessClock(OffsetFile file, Environment environment) {
        var configured = Binder.get(environment)
                .bind("inkstream.clock.offset", Duration.class)
                .orElse(Duration.ZERO);
        return new BusinessClock(file.read(configured));
    }

    @Bean
    PipelineClock pipelineClock(
            BusinessClock clock, ClockProperties properties, OffsetFile file, List<FollowsClock> followers) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        return new PipelineClock(clock, properties, file, followers, http);
    }
}
