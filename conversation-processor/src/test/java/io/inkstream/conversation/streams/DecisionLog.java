package io.inkstream.conversation.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.Ids;
import io.inkstream.schemas.lead.DecisionRecord;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import io.inkstream.testkit.TopicReader;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What readers of committed records see of some conversations' decisions. */
final class DecisionLog implements AutoCloseable {
    private final TopicReader<DecisionRecord> reader = TestKafka.read(Topics.LEAD_EVENTS);

    DecisionRecord await(String conversationKey, int seq) {
        var contactId = Ids.contactId(conversationKey);
        return reader.await(
                        entry -> entry.key().equals(contactId)
                                && entry.required().seq() == seq,
                        Duration.ofSeconds(60))
                .required();
    }

    /** Waits for so many records of these conversations, then checks that each conversation is dense and nothing came twice. */
    void awaitExactly(Set<String> conversationKeys, int inputs, Duration limit) {
        var contacts = conversationKeys.stream().map(Ids::contactId).collect(Collectors.toSet());
        reader.await(entry -> contacts.contains(entry.key()), inputs, limit);
        var records = reader.all().stream()
                .filter(entry -> contacts.contains(entry.key()))
                .map(TopicReader.Entry::required)
                .toList();

        assertThat(records).hasSize(inputs);
        assertThat(records.stream().map(DecisionRecord::inputRef).distinct()).hasSize(inputs);
        assertThat(records.stream().flatMap(record -> record.events().stream()))
                .noneMatch(LeadEvent.DuplicateIgnored.class::isInstance);
        records.stream()
                .collect(Collectors.groupingBy(DecisionRecord::contactId))
                .values()
                .forEach(DecisionLog::isDense);
    }

    private static void isDense(List<DecisionRecord> ofOneContact) {
        assertThat(ofOneContact.stream().map(DecisionRecord::seq))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, ofOneContact.size()).boxed().toList());
    }

    @Override
    public void close() {
        reader.close();
    }
}
