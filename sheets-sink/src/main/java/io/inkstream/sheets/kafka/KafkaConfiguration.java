package io.inkstream.sheets.kafka;

import io.inkstream.schemas.BusinessClock;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.sheets.store.DueSignal;
import io.inkstream.sheets.store.RowStore;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {
    private static final Duration DATABASE_RETRY_FIRST = Duration.ofMillis(500);
    private static final Duration DATABASE_RETRY_MAX = Duration.ofSeconds(10);

    @Bean
    DeadLetters deadLetters(KafkaTemplate<String, byte[]> kafka, BusinessClock clock) {
        return new DeadLetters(kafka, clock);
    }

    @Bean
    Alerts alerts(KafkaTemplate<String, byte[]> kafka, BusinessClock clock) {
        return new Alerts(kafka, clock);
    }

    @Bean
    IntakeHealth intakeHealthIndicator() {
        return new IntakeHealth();
    }

    @Bean
    RowIntake rowIntake(RowStore store, DeadLetters deadLetters, DueSignal due) {
        return new RowIntake(store, deadLetters, due);
    }

    @Bean
    WholeLog wholeLog(ConsumerFactory<String, byte[]> consumers, RowIntake intake) {
        return new WholeLog(() -> consumers.createConsumer(null, "-rebuild"), intake);
    }

    /** One thread for both topics: transactions queue on one lock anyway, and a row usually comes with its contact. */
    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> intake(
            ConsumerFactory<String, byte[]> consumers, RowIntake rowIntake, IntakeHealth health) {
        var properties = new ContainerProperties(Topics.SHEET_ROWS.name(), Topics.CONTACTS.name());
        properties.setMessageListener(rowIntake);
        properties.setConsumerRebalanceListener(health);
        properties.setAckMode(AckMode.BATCH);
        properties.setMissingTopicsFatal(true);
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName("sheets-intake");
        container.setCommonErrorHandler(new DefaultErrorHandler(untilTheDatabaseIsBack()));
        health.watch(container);
        return container;
    }

    /** Without an end: only the database or the broker can fail here, and a skipped poll would be lost. */
    private static ExponentialBackOff untilTheDatabaseIsBack() {
        var backOff = new ExponentialBackOff(DATABASE_RETRY_FIRST.toMillis(), 2);
        backOff.setMaxInterval(DATABASE_RETRY_MAX.toMillis());
        return backOff;
    }
}
