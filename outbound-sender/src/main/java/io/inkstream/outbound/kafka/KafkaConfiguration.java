package io.inkstream.outbound.kafka;

import io.inkstream.outbound.delivery.Announcer;
import io.inkstream.outbound.delivery.Intake;
import io.inkstream.outbound.delivery.LedgerWriter;
import io.inkstream.outbound.delivery.SendGate;
import io.inkstream.schemas.BusinessClock;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {
    private static final Duration RETRY_POLL_AFTER = Duration.ofSeconds(1);

    @Bean(destroyMethod = "") // shared, closed by its factory
    Producer<String, byte[]> producer(ProducerFactory<String, byte[]> factory) {
        return factory.createProducer();
    }

    @Bean
    Announcer announcer(Producer<String, byte[]> producer, BusinessClock clock) {
        return new LedgerPublisher(producer, clock);
    }

    @Bean
    UnreadableRecords unreadableRecords(Producer<String, byte[]> producer, BusinessClock clock) {
        return new UnreadableRecords(producer, clock);
    }

    @Bean
    StudioSwitches studioSwitches(ConsumerFactory<String, byte[]> factory, SendGate gate) {
        return new StudioSwitches(() -> factory.createConsumer(null, "-settings"), gate);
    }

    @Bean
    KafkaMessageListenerContainer<String, byte[]> outboundContainer(
            ConsumerFactory<String, byte[]> factory,
            Intake intake,
            UnreadableRecords unreadable,
            Assignments assignments) {
        return container(factory, Topics.OUTBOUND, new OutboundListener(intake, unreadable), assignments);
    }

    @Bean
    KafkaMessageListenerContainer<String, byte[]> statusContainer(
            ConsumerFactory<String, byte[]> factory,
            LedgerWriter writer,
            UnreadableRecords unreadable,
            MeterRegistry registry,
            Assignments assignments) {
        return container(factory, Topics.STATUSES, new StatusListener(writer, unreadable, registry), assignments);
    }

    @Bean
    Assignments assignments() {
        return new Assignments();
    }

    /** What a listener throws is trouble with database or broker, never with a record: the poll is repeated until it passes. */
    private static KafkaMessageListenerContainer<String, byte[]> container(
            ConsumerFactory<String, byte[]> factory,
            Topic<?> topic,
            BatchMessageListener<String, byte[]> listener,
            Assignments assignments) {
        var properties = new ContainerProperties(topic.name());
        properties.setMessageListener(listener);
        properties.setAckMode(AckMode.BATCH);
        properties.setSyncCommits(false); // a poll that is taken in twice changes nothing
        properties.setClientId("inkstream-sender-" + topic.name());
        properties.setConsumerRebalanceListener(assignments.of(topic.name()));
        tellMembersApart(properties, factory, topic);
        var container = new KafkaMessageListenerContainer<String, byte[]>(factory, properties);
        container.setCommonErrorHandler(new DefaultErrorHandler(
                new FixedBackOff(RETRY_POLL_AFTER.toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS)));
        return container;
    }

    /** An instance with a name of its own is two members of the group: one for each topic. */
    private static void tellMembersApart(
            ContainerProperties properties, ConsumerFactory<String, byte[]> factory, Topic<?> topic) {
        var instance = factory.getConfigurationProperties().get(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        if (instance != null) {
            properties
                    .getKafkaConsumerProperties()
                    .setProperty(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance + "-" + topic.name());
        }
    }
}
