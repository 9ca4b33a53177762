package io.inkstream.schemas.contract;

import static java.util.stream.Collectors.joining;

import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topic.KeyedBy;
import io.inkstream.schemas.topics.Topic.PartitionGroup;
import io.inkstream.schemas.topics.Topic.Service;
import io.inkstream.schemas.topics.Topics;
import java.util.List;

/** The catalogue as a page for people. */
final class TopicsPage {
    private static final String SCHEMA_FOLDER = "../schemas/src/main/resources/io/inkstream/schemas/";

    private TopicsPage() {}

    static String markdown() {
        return """
                # Topics

                Made from the catalogue, `Topics` in the module `schemas`; a test keeps this page equal to it
                (`%s` rewrites it). Nobody else spells a topic name, and another test
                compares who writes and who reads with the services' code. The same as an AsyncAPI 3 document:
                [asyncapi.yaml](asyncapi.yaml).

                Values are JSON; every type links to its schema. Every consumer is `read_committed`, every producer writes with
                `acks=all`, topics are never created by use. A null value on a compacted topic is a tombstone: forget this key. It is
                kept for 30 days, so a reader may be away that long; what it erases is compacted away after 7 days at most.

                | Topic | Key | Value | Partitions | Kept | Time of a record | From | To | What it is for |
                |---|---|---|---|---|---|---|---|---|
                %s

                ## Partitions

                Topics of one group have the same number of partitions, so that one task sees everything of one key. Services
                refuse to start when the counts of a group differ.

                | Group | Standalone | Production | Topics |
                |---|---|---|---|
                | conversation | 4 | 12 to start with, 48 suggested: it cannot be changed later without a new set of topics | keyed by conversation, contact, lead or alias |
                | artist | 2 | as many as artists work at the same time | keyed by artist |
                | single | 1 | 1 | read whole, or too quiet to spread |

                ## Times

                *Broker*: the broker stamps the record when it arrives (`LogAppendTime`), so that no writer can move stream time.
                *Writer*: the producer's time stands, at most five minutes ahead of the broker's clock.
                """.formatted(
                CheckedInFile.UPDATE, Topics.ALL.stream().map(TopicsPage::row).collect(joining("\n")));
    }

    private static String row(Topic<?> topic) {
        return "| `%s` | %s | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        topic.name(),
                        key(topic.keyedBy()),
                        values(topic),
                        group(topic.group()),
                        kept(topic),
                        topic.appendTime() ? "broker" : "writer",
                        services(topic.writers()),
                        services(topic.readers()),
                        topic.purpose());
    }

    static String key(KeyedBy keyedBy) {
        return switch (keyedBy) {
            case CONVERSATION -> "conversation, `<studio>/<phone or BSUID>`";
            case CONTACT -> "contactId";
            case LEAD -> "leadId";
            case WAMID -> "wamid of our message";
            case STUDIO -> "studio, where known";
            case ARTIST -> "artist, `<studio>/<artist>`";
            case PAYMENT_INTENT -> "payment intent";
            case CONFIG -> "`<studio>@<version>`, and `<studio>` for the newest";
            case ALIAS -> "alias, `<studio>/<alias>`";
            case AS_BASE -> "as on the topic it came from";
            case NONE -> "no key";
        };
    }

    static String group(PartitionGroup group) {
        return switch (group) {
            case CONVERSATION -> "conversation";
            case ARTIST -> "artist";
            case SINGLE -> "single";
        };
    }

    private static String kept(Topic<?> topic) {
        var retention = topic.retention();
        return retention == null ? "newest per key" : retention.toDays() + " days";
    }

    private static String services(List<Service> services) {
        return services.isEmpty()
                ? "none yet"
                : services.stream().map(Service::label).collect(joining(", "));
    }

    private static String values(Topic<?> topic) {
        return WireType.current()
                .filter(type -> topic.valueType().isAssignableFrom(type.record()))
                .map(type -> "[`%s`](%s%s.json)".formatted(type.name(), SCHEMA_FOLDER, type))
                .collect(joining(", "));
    }
}
