package io.inkstream.outbound.proof;

import io.inkstream.outbound.OutboundSenderApplication;
import io.inkstream.outbound.proof.Failpoint.Place;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/**
 * The sender with a weak spot, {@code -Dproof.failpoint}. The service itself has none: what is put between it and its
 * database and broker here knows the places by the statements that pass.
 */
public final class WeakSender {
    private WeakSender() {}

    public static void main(String[] arguments) {
        var failpoint = Failpoint.parse(System.getProperty("proof.failpoint"));
        OutboundSenderApplication.application()
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(new Interposed(failpoint)))
                .run(arguments);
    }

    private record Interposed(Failpoint failpoint) implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof KafkaMessageListenerContainer<?, ?> container && name.equals("outboundContainer")) {
                weaken(container);
            }
            return bean instanceof DataSource source ? new WeakDataSource(source, failpoint) : bean;
        }

        @SuppressWarnings("unchecked") // the container's own listener
        private void weaken(KafkaMessageListenerContainer<?, ?> container) {
            var properties = container.getContainerProperties();
            var listener =
                    (BatchMessageListener<Object, Object>) Objects.requireNonNull(properties.getMessageListener());
            properties.setMessageListener(
                    (BatchMessageListener<Object, Object>) (List<ConsumerRecord<Object, Object>> poll) -> {
                        failpoint.reached(Place.AFTER_POLL);
                        listener.onMessage(poll);
                    });
        }
    }

    private static final class WeakDataSource extends DelegatingDataSource {
        private final Failpoint failpoint;

        private WeakDataSource(DataSource source, Failpoint failpoint) {
            super(source);
            this.failpoint = failpoint;
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            var transaction = new Transaction(failpoint);
            return (Connection) Proxy.newProxyInstance(
                    WeakSender.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            transaction.states((String) arguments[0]);
                        }
                        if (method.getName().equals("commit")) {
                            transaction.beforeCommit();
                        }
                        try {
                            var result = method.invoke(connection, arguments);
                            if (method.getName().equals("commit")) {
                                transaction.afterCommit();
                            }
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    /** What one transaction is about. */
    private static final class Transaction {
        private static final List<String> CLAIMS = List.of("set state = 'CLAIMED'", "then 'CLAIMED'");
        private static final String OUTCOMES = "set state = v.to_state";

        private final Failpoint failpoint;
        private final Set<Place> kinds = new HashSet<>();

        private Transaction(Failpoint failpoint) {
            this.failpoint = failpoint;
        }

        private void states(String statement) {
            if (CLAIMS.stream().anyMatch(statement::contains)) {
                kinds.add(Place.AFTER_CLAIM);
            }
            if (statement.contains(OUTCOMES)) {
                kinds.add(Place.BEFORE_COMMIT);
                failpoint.reached(Place.BEFORE_RECORD);
            }
        }

        private void beforeCommit() {
            if (kinds.contains(Place.BEFORE_COMMIT)) {
                failpoint.reached(Place.BEFORE_COMMIT);
            }
        }

        private void afterCommit() {
            if (kinds.contains(Place.AFTER_CLAIM)) {
                failpoint.reached(Place.AFTER_CLAIM);
            }
            kinds.clear();
        }
    }
}
