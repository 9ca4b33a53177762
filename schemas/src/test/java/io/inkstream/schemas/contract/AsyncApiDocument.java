package io.inkstream.schemas.contract;

import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topic.Service;
import io.inkstream.schemas.topics.TopicCreation.Layout;
import io.inkstream.schemas.topics.Topics;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The catalogue and the schemas as an AsyncAPI 3 document, for tools. Payloads refer to the checked-in schemas. */
final class AsyncApiDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private AsyncApiDocument() {}

    static String yaml() {
        return "# Made from the topic catalogue and the wire types: " + CheckedInFile.UPDATE + "\n"
                + YAML.writeValueAsString(document());
    }

    private static ObjectNode document() {
        var document = JSON.objectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Inkstream")
                .put("version", "1")
                .put(
                        "description",
                        "What flows between Inkstream's services: every topic, its key, and the records on it.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        document.put("defaultContentType", "application/json");
        document.putObject("servers")
                .putObject("standalone")
                .put("host", "localhost:19092")
                .put("protocol", "kafka")
                .put("description", "The broker that ./inkstream up starts.");
        var channels = document.putObject("channels");
        var operations = document.putObject("operations");
        for (var topic : Topics.ALL) {
            channels.set(topic.name(), channel(topic));
            topic.writers()
                    .forEach(service -> operations.set(
                            service.label() + ".sends." + topic.name(), operation("send", service, topic)));
            topic.readers()
                    .forEach(service -> operations.set(
                            service.label() + ".receives." + topic.name(), operation("receive", service, topic)));
        }
        var messages = document.putObject("components").putObject("messages");
        WireType.current().forEach(type -> messages.set(type.name(), message(type)));
        return document;
    }

    private static ObjectNode channel(Topic<?> topic) {
        var channel = JSON.objectNode()
                .put("address", topic.name())
                .put("description", topic.purpose() + " Record key: " + TopicsPage.key(topic.keyedBy()) + ".");
        var messages = channel.putObject("messages");
        WireType.current()
                .filter(type -> topic.valueType().isAssignableFrom(type.record()))
                .forEach(type -> messages.putObject(type.name()).put("$ref", "#/components/messages/" + type.name()));
        var kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("bindingVersion", "0.5.0").put("topic", topic.name());
        kafka.put("partitions", Layout.STANDALONE.partitions(topic.group()));
        var configuration = kafka.putObject("topicConfiguration");
        var retention = topic.retention();
        configuration.putArray("cleanup.policy").add(retention == null ? "compact" : "delete");
        if (retention != null) {
            configuration.put("retention.ms", retention.toMillis());
        }
        return channel;
    }

    private static ObjectNode operation(String action, Service service, Topic<?> topic) {
        var operation = JSON.objectNode().put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
        operation.putArray("tags").addObject().put("name", service.label());
        return operation;
    }

    private static ObjectNode message(WireType type) {
        var message = JSON.objectNode()
                .put("name", type.name())
                .put("title", type.record().getSimpleName());
        message.putObject("payload")
                .put("schemaFormat", "application/schema+json;version=draft-2020-12")
                .putObject("schema")
                .put("$ref", "../schemas/" + type.schemaFile());
        return message;
    }
}
