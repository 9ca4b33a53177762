package io.inkstream.conversation.streams;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Kafka is.
 *
 * @param properties anything else that every client needs, such as TLS and SASL settings, under Kafka's own names
 */
@Validated
@ConfigurationProperties("spring.kafka")
record KafkaProperties(
        @DefaultValue("localhost:19092") @NotEmpty List<String> bootstrapServers,
        @DefaultValue Map<String, String> properties) {

    KafkaProperties {
        bootstrapServers = List.copyOf(bootstrapServers);
        properties = Map.copyOf(properties);
    }

    String bootstrap() {
        return String.join(",", bootstrapServers);
    }
}
