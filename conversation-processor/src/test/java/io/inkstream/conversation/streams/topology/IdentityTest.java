package io.inkstream.conversation.streams.topology;

import static io.inkstream.conversation.streams.topology.Incoming.ANA;
import static io.inkstream.conversation.streams.topology.Incoming.BEN;
import static io.inkstream.conversation.streams.topology.Incoming.message;
import static io.inkstream.conversation.streams.topology.Studios.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.inkstream.schemas.Ids;
import io.inkstream.schemas.identity.Contact;
import io.inkstream.schemas.identity.IdentityAlias;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.outbound.Recipient;
import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who a conversation is with: learned, announced, and kept out of everything that lasts. */
class IdentityTest {
    private final TopologyUnderTest topology =
            TopologyUnderTest.with(SmallRules::decide, Studios.studio(), Studios.second());

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void contactAndAliases_arePublishedWhenLearned_andOnlyThen() {
        topology.receives(message("wamid.1").from(ANA).text("hi"))
                .receives(message("wamid.2").from(ANA).text("hi"))
                .receives(message("wamid.3").from(ANA).withBsuid("GB.1").text("hi"))
                .receives(message("wamid.4")
                        .from(ANA)
                        .withBsuid("GB.1")
                        .named("Ana B")
                        .text("hi"));

        assertThat(topology.values(Topics.IDENTITY))
                .extracting(IdentityAlias::recordKey, IdentityAlias::conversationKey)
                .containsExactly(tuple("studio/" + ANA, "studio/" + ANA), tuple("studio/GB.1", "studio/" + ANA));
        assertThat(topology.values(Topics.CONTACTS))
                .extracting(Contact::profileName, Contact::bsuid)
                .containsExactly(tuple("Ana", null), tuple("Ana", "GB.1"), tuple("Ana B", "GB.1"));
        assertThat(topology.decisions(ANA).get(2).events()).contains(new LeadEvent.IdentityLearned(List.of("bsuid")));
    }

    @Test
    void conflictingIdentifiers_areAnnouncedAgain_andRaiseAnAlert() {
        topology.receives(message("wamid.1").from(ANA).withBsuid("GB.1").text("hi"))
                .receives(message("wamid.2")
                        .from(ANA)
                        .withBsuid("GB.1")
                        .conflictingWith("studio/GB.1")
                        .text("hi"));

        assertThat(topology.values(Topics.IDENTITY)).hasSize(4);
        assertThat(topology.values(Topics.SYSTEM_EVENTS))
                .extracting(SystemEvent::name)
                .containsExactly("identity.conflict");
        assertThat(topology.decisions(ANA).getLast().events())
                .contains(new LeadEvent.IdentityConflict(Ids.contactId("studio/GB.1")));
    }

    @Test
    void changedNumber_isFollowed_andStaysOutOfTheDecisionLog() {
        topology.receives(message("wamid.1").from(ANA).text("hi"))
                .receives(message("wamid.2")
                        .from(ANA)
                        .content(new MessageContent.SystemNotice(
                                MessageContent.SystemChange.NUMBER_CHANGED, BEN, "GB.2")))
                .receives(message("wamid.3")
                        .from(BEN)
                        .routedTo(STUDIO + "/" + ANA)
                        .text("hi"));

        assertThat(topology.messages().getLast().facts().recipient())
                .isEqualTo(new Recipient(Recipient.Role.CLIENT, BEN, "GB.2"));
        assertThat(topology.values(Topics.IDENTITY))
                .extracting(IdentityAlias::alias)
                .containsExactly(ANA, BEN, "GB.2");
        assertNoNumberOnLongLivedTopics();
    }

    @Test
    void clientWithoutAPhoneNumber_isAnsweredByBsuid_andMayShareTheNumber() {
        topology.receives(message("wamid.1").withoutPhone().withBsuid("GB.2").text("hi"))
                .receives(message("wamid.2")
                        .withoutPhone()
                        .withBsuid("GB.2")
                        .content(new MessageContent.ContactCards(1, BEN)))
                .receives(message("wamid.3").withoutPhone().withBsuid("GB.2").text("hi"));

        assertThat(topology.messages())
                .extracting(message -> message.facts().recipient().address())
                .containsExactly("GB.2", BEN);
        assertNoNumberOnLongLivedTopics();
    }

    private void assertNoNumberOnLongLivedTopics() {
        for (var topic : List.of(Topics.LEAD_EVENTS, Topics.SHEET_ROWS, Topics.SYSTEM_EVENTS)) {
            for (var record : topology.records(topic)) {
                assertThat(new String(record.value(), StandardCharsets.UTF_8)).doesNotContain(ANA, BEN, "GB.");
            }
        }
    }
}
