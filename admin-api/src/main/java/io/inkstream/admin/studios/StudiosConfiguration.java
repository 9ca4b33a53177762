package io.inkstream.admin.studios;

import io.inkstream.admin.kafka.LogClients;
import io.inkstream.schemas.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@Configuration(proxyBeanMethods = false)
class StudiosConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(StudiosConfiguration.class);

    /** Everybody else waits for the settings, so they are published before anything of this service runs. */
    @Bean
    @DependsOn("logCheck")
    InitializingBean studioSeeds(StudioSeedProperties settings, LogClients clients, BusinessClock clock) {
        return () -> {
            var location = settings.location();
            if (location == null || location.isBlank()) {
                LOG.info("no studio seeds configured: settings stay as they are on the log");
                return;
            }
            var seeds = new SeedFiles(new PathMatchingResourcePatternResolver()).read(location);
            var published = new StudioConfigPublisher(clients, clock).publishChanged(seeds);
            LOG.atInfo()
                    .addKeyValue("seeds", seeds.size())
                    .addKeyValue("published", published)
                    .log("studio seeds read");
        };
    }
}
