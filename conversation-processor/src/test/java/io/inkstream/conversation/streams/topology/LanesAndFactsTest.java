package io.inkstream.conversation.streams.topology;

import static io.inkstream.conversation.streams.topology.Incoming.ANA;
import static io.inkstream.conversation.streams.topology.Incoming.BEN;
import static io.inkstream.conversation.streams.topology.Incoming.T0;
import static io.inkstream.conversation.streams.topology.Incoming.message;
import static io.inkstream.conversation.streams.topology.Studios.ARTIST;
import static io.inkstream.conversation.streams.topology.Studios.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.Ids;
import io.inkstream.schemas.identity.Contact;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.outbound.Facts;
import io.inkstream.schemas.outbound.Recipient;
import io.inkstream.schemas.topics.Topics;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the sender is told: dense lanes per recipient, and the facts it judges consent and window by. */
class LanesAndFactsTest {
    private final TopologyUnderTest topology =
            TopologyUnderTest.with(SmallRules::decide, Studios.studio(), Studios.second());

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void lanes_areDensePerRecipient() {
        topology.receives(message("wamid.1").from(ANA).text("hi"))
                .receives(message("wamid.2").from(ANA).text("tell-artist"))
                .receives(message("wamid.3").from(ANA).text("hi"))
                .receives(message("wamid.4").from(BEN).text("hi"));

        var ana = Ids.contactId(STUDIO + "/" + ANA);
        var ben = Ids.contactId(STUDIO + "/" + BEN);
        assertThat(topology.messages())
                .extracting(message -> message.lane() + "#" + message.laneSeq())
                .containsExactly(ana + "|CLIENT#1", ana + "|ARTIST#1", ana + "|CLIENT#2", ben + "|CLIENT#1");
        assertThat(topology.messages().get(1).facts().recipient())
                .isEqualTo(new Recipient(Recipient.Role.ARTIST, ARTIST, null));
    }

    @Test
    void facts_carryTheClientsOwnTime_clampedToAWeekAndNotInTheFuture() {
        topology.receives(
                        message("wamid.1").from(ANA).sentAt(T0.minusSeconds(30)).text("hi"))
                .receives(message("wamid.2")
                        .from(BEN)
                        .sentAt(T0.minus(Duration.ofDays(30)))
                        .text("hi"))
                .receives(message("wamid.3")
                        .from("447700900789")
                        .sentAt(T0.plusSeconds(900))
                        .text("hi"))
                .receives(message("wamid.4").from("447700900790").sentAt(null).text("hi"));

        assertThat(topology.messages())
                .extracting(message -> message.facts().lastInboundAt())
                .containsExactly(T0.minusSeconds(30), T0.minus(Duration.ofDays(7)), T0, T0);
        assertThat(topology.facts()).isEmpty();
    }

    @Test
    void lateMessage_neverMovesTheWindowBack() {
        topology.receives(message("wamid.1").from(ANA).text("hi"))
                .receives(message("wamid.2")
                        .from(ANA)
                        .sentAt(T0.minusSeconds(3600))
                        .text("hi"));

        assertThat(topology.messages().getLast().facts().lastInboundAt()).isEqualTo(T0);
    }

    @Test
    void messageWithoutAReply_yieldsFactsOnly() {
        topology.receives(message("wamid.1").from(ANA).text("tell-artist"));

        var facts = topology.facts().getFirst().facts();
        assertThat(facts.recipient().phone()).isEqualTo(ANA);
        assertThat(facts.consent()).isEqualTo(Contact.Consent.GRANTED);
        assertThat(facts.lastInboundAt()).isEqualTo(T0);
    }

    @Test
    void changeOfConsent_yieldsFactsAndTheContact() {
        topology.receives(message("wamid.1").from(ANA).text("hi"))
                .receives(message("wamid.2").from(ANA).text("stop"));

        assertThat(topology.facts().getFirst().facts().consent()).isEqualTo(Contact.Consent.OPTED_OUT);
        assertThat(topology.values(Topics.CONTACTS))
                .extracting(Contact::consent)
                .containsExactly(Contact.Consent.GRANTED, Contact.Consent.OPTED_OUT);
    }

    @Test
    void messageInAGroup_tellsTheSenderNothing() {
        topology.receives(message("wamid.1").from(ANA).inGroup("group-1").text("quiet"));

        assertThat(topology.facts()).isEmpty();
        assertThat(topology.decisions(ANA)).hasSize(1);
    }

    @Test
    void artistsMessage_opensTheArtistsWindow_andIsNoClientMessage() {
        topology.receives(message("wamid.1").from(ARTIST).named("Jonah").text("hi"));

        var facts = topology.facts().getFirst();
        assertThat(facts.facts()).isEqualTo(new Facts(new Recipient(Recipient.Role.ARTIST, ARTIST, null), null, T0));
        assertThat(topology.decisions(ARTIST).getFirst().input()).isInstanceOf(Input.ArtistMessage.class);
        assertThat(topology.values(Topics.CONTACTS)).extracting(Contact::artist).containsExactly(true);
        topology.sends().andNothingElse();
    }
}
