package io.inkstream.conversation.streams;

import io.inkstream.conversation.streams.topology.ConversationTopology;
import io.inkstream.conversation.streams.topology.TopologySettings;
import io.inkstream.schemas.BusinessClock;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the service. */
@Configuration(proxyBeanMethods = false)
class StreamsConfiguration {

    @Bean
    BusinessClock businessClock(ClockProperties clock) {
        return new BusinessClock(clock.offset());
    }

    @Bean
    StreamsRunner streamsRunner(
            ProcessorProperties processor, KafkaProperties kafka, BusinessClock clock, MeterRegistry metrics) {
        var topology = new ConversationTopology(
                        new TopologySettings(
                                processor.firesTimers(),
                                processor.recentConversations(),
                                processor.settingsPatience(),
                                processor.commitInterval()),
                        clock,
                        metrics)
                .build();
        return new StreamsRunner(
                topology,
                StreamsSettings.of(processor, kafka),
                new TopicCheck(kafka, processor.applicationId(), processor.startPatience()),
                new SettingsGate(kafka, processor.applicationId()),
                processor,
                metrics);
    }

    /** Named {@code streams} in health groups. */
    @Bean
    StreamsHealth streamsHealthIndicator(StreamsRunner runner) {
        return new StreamsHealth(runner);
    }

    /** Named {@code streamsAlive} in health groups. */
    @Bean
    StreamsAliveHealth streamsAliveHealthIndicator(StreamsRunner runner) {
        return new StreamsAliveHealth(runner);
    }
}
