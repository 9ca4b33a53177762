package io.inkstream.admin.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    CommitSignal commitSignal() {
        return new CommitSignal();
    }
}
