package io.inkstream.outbound.kafka;

import io.inkstream.outbound.delivery.AccountWatch;
import io.inkstream.outbound.delivery.Announcer;
import io.inkstream.outbound.delivery.DeliveryProperties;
import io.inkstream.outbound.delivery.Intake;
import io.inkstream.outbound.delivery.LedgerWriter;
import io.inkstream.outbound.delivery.ReadMarks;
import io.inkstream.outbound.delivery.RetryWakeUps;
import io.inkstream.outbound.delivery.SendGate;
import io.inkstream.schemas.BusinessClock;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
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
    private static final String STATUS_BYTES_GATHERED = "32768";
    private static final String STATUSES_GATHERED_FOR_MS = "200";

    @Bean(destroyMethod = "") // shared, closed by its factory
    Producer<String, byte[]> producer(ProducerFactory<String, byte[]> factory) {
        return factory.createProducer();
    }

    @Bean
    Announcer announcer(Producer<String, byte[]> producer, BusinessClock clock, DeliveryProperties properties) {
        return new LedgerPublisher(producer, clock, properties.retryTopics());
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
        var container =
                container(factory, Topics.STATUSES, new StatusListener(writer, unreadable, registry), assignments);
        // Nobody waits for a status: many of them cost little more than one.
        var consumer = container.getContainerProperties().getKafkaConsumerProperties();
        consumer.setProperty(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, STATUS_BYTES_GATHERED);
        consumer.setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, STATUSES_GATHERED_FOR_MS);
        return container;
    }

    @Bean
    KafkaMessageListenerContainer<String, byte[]> accountContainer(
            ConsumerFactory<String, byte[]> factory,
            AccountWatch watch,
            UnreadableRecords unreadable,
            BusinessClock clock,
            Assignments assignments) {
        return container(factory, Topics.ACCOUNT, new AccountListener(watch, unreadable, clock), assignments);
    }

    @Bean
    @ConditionalOnProperty(name = "inkstream.sender.delivery.retry-topics", matchIfMissing = true)
    WakeUps wakeUps(ConsumerFactory<String, byte[]> factory, RetryWakeUps lanes) {
        var group = factory.getConfigurationProperties().get(ConsumerConfig.GROUP_ID_CONFIG) + "-retry";
        var instance = factory.getConfigurationProperties().get(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        var properties = new Properties();
        if (instance != null) {
            properties.setProperty(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance + "-retry");
        }
        return new WakeUps(() -> factory.createConsumer(group, null, "-retry", properties), lanes);
    }

    /** A group of its own: what people wrote while the sender was away deserves no mark any more. */
    @Bean
    @ConditionalOnProperty("inkstream.sender.marks.read")
    KafkaMessageListenerContainer<String, byte[]> inboundContainer(
            ConsumerFactory<String, byte[]> factory, ReadMarks marks, Assignments assignments) {
        var container = container(factory, Topics.INBOUND, new InboundListener(marks), assignments);
        var properties = container.getContainerProperties();
        properties.setGroupId(factory.getConfigurationProperties().get(ConsumerConfig.GROUP_ID_CONFIG) + "-marks");
        properties.getKafkaConsumerProperties().setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        return container;
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
