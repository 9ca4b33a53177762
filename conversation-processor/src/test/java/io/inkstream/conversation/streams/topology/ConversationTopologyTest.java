package io.inkstream.conversation.streams.topology;

import static io.inkstream.conversation.streams.topology.Incoming.ANA;
import static io.inkstream.conversation.streams.topology.Incoming.BEN;
import static io.inkstream.conversation.streams.topology.Incoming.T0;
import static io.inkstream.conversation.streams.topology.Incoming.command;
import static io.inkstream.conversation.streams.topology.Incoming.message;
import static io.inkstream.conversation.streams.topology.Incoming.payment;
import static io.inkstream.conversation.streams.topology.Incoming.receipt;
import static io.inkstream.conversation.streams.topology.Studios.ARTIST;
import static io.inkstream.conversation.streams.topology.Studios.SECOND;
import static io.inkstream.conversation.streams.topology.Studios.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.inkstream.schemas.Ids;
import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.identity.Contact;
import io.inkstream.schemas.identity.IdentityAlias;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.lead.DecisionRecord;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.InputRef;
import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.outbound.Facts;
import io.inkstream.schemas.outbound.Recipient;
import io.inkstream.schemas.outbound.SendReceipt;
import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The shell around the rules: what is written for an input, and what never is. */
class ConversationTopologyTest {
    private final TopologyUnderTest topology =
            TopologyUnderTest.with(SmallRules::decide, Studios.studio(), Studios.second());

    @AfterEach
    void close() {
        topology.close();
    }

    // --- one record per input

    @Test
    void message_isDecidedAndAnswered() {
        topology.receives(message("wamid.1").from(ANA).text("hi"));

        topology.sends("welcome").andNothingElse();
        var decision = topology.decisions(ANA).getFirst();
        assertThat(decision.seq()).isEqualTo(1);
        assertThat(decision.inputRef()).isEqualTo(new InputRef("wa.inbound.v1", 0, 0));
        assertThat(decision.settingsVersion()).isEqualTo(1);
        assertThat(decision.correlationId()).isEqualTo("correlation-of-wamid.1");
        assertThat(decision.events()).containsExactly(new LeadEvent.NoteStored("hi"));
        assertThat(decision.why()).extracting("rule").containsExactly("small.heard");
    }

    @Test
    void everyKindOfInput_isReadByTheSameWriter_andLeavesOneRecord() {
        topology.receives(message("wamid.1").from(ANA).text("quiet"))
                .receives(receipt("command-1", ANA, SendReceipt.Outcome.SENT))
                .receives(payment("evt_1", ANA))
                .receives(command("command-2", ANA, "lead-1", 1, new LeadAction.Reject(null)));

        assertThat(topology.decisions(ANA)).extracting(DecisionRecord::seq).containsExactly(1L, 2L, 3L, 4L);
        assertThat(topology.decisions(ANA))
                .extracting(DecisionRecord::input)
                .hasExactlyElementsOfTypes(
                        Input.ClientMessage.class, Input.SendOutcome.class, Input.Payment.class, Input.Command.class);
    }

    @Test
    void duplicate_actsOnce_andLeavesARecordThatNamesTheFirst() {
        topology.receives(message("wamid.1").from(ANA).text("hi"));
        topology.receives(message("wamid.1").from(ANA).text("hi"));

        topology.sends("welcome").andNothingElse();
        assertThat(topology.decisions(ANA)).hasSize(2);
        assertThat(topology.decisions(ANA).getLast().events())
                .containsExactly(new LeadEvent.DuplicateIgnored(new InputRef("wa.inbound.v1", 0, 0)));
        assertThat(topology.count("inkstream.processor.duplicates")).isEqualTo(1);
    }

    @Test
    void duplicate_afterAWeekOfRetries_isStillKnown() {
        topology.receives(message("wamid.1").from(ANA).text("hi"));
        topology.advance(Duration.ofDays(7));

        topology.receives(message("wamid.1").from(ANA).text("hi"));

        topology.sends("welcome").andNothingElse();
    }

    @Test
    void duplicate_whenAnotherPartitionWasQuietForLong_isStillKnown() {
        topology.receives(message("wamid.1").from(ANA).text("quiet"));
        topology.advance(Duration.ofDays(30));
        topology.receives(message("wamid.2").from(ANA).text("quiet"));

        topology.receives(payment("evt_1", ANA)).receives(payment("evt_1", ANA));

        assertThat(topology.decisions(ANA).getLast().events())
                .hasExactlyElementsOfTypes(LeadEvent.DuplicateIgnored.class);
    }

    @Test
    void sameIdOfAnotherKindOrContact_isNoDuplicate() {
        topology.receives(payment("id-1", ANA))
                .receives(command("id-1", ANA, "lead-1", 1, new LeadAction.Close(null)))
                .receives(message("id-1").from(ANA).text("hi"))
                .receives(message("id-1").from(BEN).text("hi"));

        topology.sends("welcome", "welcome").andNothingElse();
        assertThat(topology.count("inkstream.processor.duplicates")).isZero();
    }

    // --- studios

    @Test
    void onePersonInTwoStudios_hasTwoConversations() {
        topology.receives(message("wamid.1").from(ANA).text("hi"))
                .receives(message("wamid.2").from(ANA).to(SECOND).text("hi"));

        assertThat(topology.decisionsOf(STUDIO + "/" + ANA)).hasSize(1);
        assertThat(topology.decisionsOf(SECOND + "/" + ANA)).hasSize(1);
        assertThat(topology.messages())
                .extracting("phoneNumberId")
                .containsExactly("phone-id-of-studio", "phone-id-of-second");
    }

    @Test
    void settings_whenPublishedAnew_decideTheNextInput() {
        topology.receives(message("wamid.1").from(ANA).text("hi"));
        topology.publishes(Studios.settings(STUDIO, 2, ARTIST));
        topology.receives(message("wamid.2").from(ANA).text("hi"));

        assertThat(topology.decisions(ANA))
                .extracting(DecisionRecord::settingsVersion)
                .containsExactly(1L, 2L);
    }

    @Test
    void settings_whenBad_keepTheLastGoodOnes_andRaiseAnAlert() {
        topology.receives(
                Topics.STUDIO_CONFIG, STUDIO, "{\"type\":\"studio.config\"}".getBytes(StandardCharsets.UTF_8));
        topology.advance(Duration.ofSeconds(1));
        topology.receives(message("wamid.1").from(ANA).text("hi"));

        topology.sends("welcome").andNothingElse();
        assertThat(topology.decisions(ANA).getFirst().settingsVersion()).isEqualTo(1);
        assertThat(topology.values(Topics.SYSTEM_EVENTS))
                .extracting(SystemEvent::name)
                .containsExactly("settings.refused");
    }

    @Test
    void message_toAStudioWithoutSettings_isADeadLetter() {
        topology.receives(message("wamid.1").from(ANA).to("unheard-of").text("hi"));

        assertThat(topology.values(Topics.PROCESSOR_DLT)).extracting("reason").containsExactly("no-settings");
        topology.sends().andNothingElse();
    }

    // --- poison

    @Test
    void poison_isADeadLetter_andThePartitionGoesOn() {
        topology.receives(Topics.INBOUND, STUDIO + "/" + ANA, "not json".getBytes(StandardCharsets.UTF_8))
                .receives(Topics.INBOUND, STUDIO + "/" + ANA, new byte[] {(byte) 0xff, 0})
                .receives(Topics.INBOUND, null, "{}".getBytes(StandardCharsets.UTF_8))
                .receives(Topics.INBOUND, STUDIO + "/" + ANA, null)
                .receives(message("wamid.1").from(ANA).text("hi"));

        topology.sends("welcome").andNothingElse();
        assertThat(topology.values(Topics.PROCESSOR_DLT))
                .extracting("reason")
                .containsExactly("unreadable", "unreadable", "misrouted", "unreadable");
        assertThat(topology.values(Topics.PROCESSOR_DLT).getFirst().payload()).isEqualTo("not json");
        assertThat(topology.values(Topics.PROCESSOR_DLT).get(1).base64()).isTrue();
        assertThat(topology.count("inkstream.processor.dead.letters")).isEqualTo(4);
    }

    @Test
    void unknownType_isADeadLetter_andARecordWhereTheContactIsKnown() {
        topology.receives(message("wamid.1").from(ANA).text("hi"));
        topology.receives(
                Topics.LEAD_COMMANDS,
                STUDIO + "/" + ANA,
                "{\"type\":\"from.the.future\",\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(topology.values(Topics.PROCESSOR_DLT)).extracting("reason").containsExactly("unreadable");
        var record = topology.decisions(ANA).getLast();
        assertThat(record.seq()).isEqualTo(2);
        assertThat(record.events()).containsExactly(new LeadEvent.InputRejected("unreadable"));
    }

    @Test
    void rulesThatThrow_leaveTheStateAsItWas_andQuoteNothing() {
        topology.receives(message("wamid.1").from(ANA).text("hi"))
                .receives(message("wamid.2").from(ANA).text("boom"))
                .receives(message("wamid.3").from(ANA).text("hi"));

        topology.sends("welcome", "welcome").andNothingElse();
        assertThat(topology.decisions(ANA)).extracting(DecisionRecord::seq).containsExactly(1L, 2L, 3L);
        var letter = topology.values(Topics.PROCESSOR_DLT).getFirst();
        assertThat(letter.reason()).isEqualTo("failed");
        assertThat(letter.detail())
                .startsWith("IllegalStateException at SmallRules.java")
                .doesNotContain("boom");
    }

    @Test
    void rejectedInput_whenItComesAgain_isTriedAgain() {
        topology.receives(message("wamid.1").from(ANA).text("hi"))
                .receives(message("wamid.2").from(ANA).text("boom"))
                .receives(message("wamid.2").from(ANA).text("hi"));

        topology.sends("welcome", "welcome").andNothingElse();
    }

    @Test
    void outputTooLargeForKafka_isADeadLetter_beforeAnythingIsPut() {
        topology.receives(message("wamid.1").from(ANA).text("hi"))
                .receives(message("wamid.2").from(ANA).text("flood"))
                .receives(message("wamid.3").from(ANA).text("hi"));

        topology.sends("welcome", "welcome").andNothingElse();
        assertThat(topology.values(Topics.PROCESSOR_DLT)).extracting("reason").containsExactly("too-large");
        assertThat(topology.messages()).extracting("laneSeq").containsExactly(1L, 2L);
    }

    @Test
    void recordUnderAnotherKey_isADeadLetter() {
        var toBen = message("wamid.1").from(BEN).text("hi");

        topology.receives(new Incoming(Topics.INBOUND, STUDIO + "/" + ANA, toBen.value(), toBen.headers()));

        assertThat(topology.values(Topics.PROCESSOR_DLT)).extracting("reason").containsExactly("misrouted");
    }

    // --- outbound: lanes and facts

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

    // --- the artist

    @Test
    void artistsMessage_opensTheArtistsWindow_andIsNoClientMessage() {
        topology.receives(message("wamid.1").from(ARTIST).named("Jonah").text("hi"));

        var facts = topology.facts().getFirst();
        assertThat(facts.facts()).isEqualTo(new Facts(new Recipient(Recipient.Role.ARTIST, ARTIST, null), null, T0));
        assertThat(topology.decisions(ARTIST).getFirst().input()).isInstanceOf(Input.ArtistMessage.class);
        assertThat(topology.values(Topics.CONTACTS)).extracting(Contact::artist).containsExactly(true);
        topology.sends().andNothingElse();
    }

    // --- identity

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

    // --- timers

    @Test
    void timer_whenDue_isAnInputOfItsOwn_once() {
        topology.receives(message("wamid.1").from(ANA).text("remind"));
        topology.advance(Duration.ofMinutes(59)).sends().andNothingElse();

        topology.advance(Duration.ofMinutes(2));

        topology.sends("reminder.qualifying.1").andNothingElse();
        topology.advance(Duration.ofDays(3)).sends().andNothingElse();
        assertThat(topology.decisions(ANA).getLast().input()).isInstanceOf(Input.Timer.class);
        assertThat(topology.decisions(ANA).getLast().inputRef().topic()).isEqualTo("lead.commands.v1");
    }

    @Test
    void timer_whenSetAnew_firesOnlyForTheLastSetting() {
        topology.receives(message("wamid.1").from(ANA).text("remind"));
        topology.advance(Duration.ofMinutes(30));
        topology.receives(message("wamid.2").from(ANA).at(topology.now()).text("remind"));

        topology.advance(Duration.ofMinutes(31)).sends().andNothingElse();
        topology.advance(Duration.ofMinutes(30)).sends("reminder.qualifying.1").andNothingElse();
        assertThat(topology.count("inkstream.processor.timers.superseded")).isEqualTo(1);
    }

    @Test
    void timer_withAnEarlierDueTimeThanOnesThatFired_isFoundAllTheSame() {
        topology.receives(message("wamid.1").from(ANA).text("remind"));
        topology.advance(Duration.ofHours(2)).sends("reminder.qualifying.1");

        topology.receives(message("wamid.2").from(BEN).at(T0).text("remind-soon"));
        topology.advance(Duration.ofSeconds(1));

        topology.sends("reminder.qualifying.1").andNothingElse();
    }

    @Test
    void timers_thatFired_areNeverReadAgain() {
        for (var i = 0; i < 1200; i++) {
            topology.receives(
                    message("wamid." + i).from("4477" + (10_000_000 + i)).text("remind"));
        }
        topology.advance(Duration.ofHours(2));
        assertThat(topology.count("inkstream.processor.timers.fired")).isBetween(1.0, 500.0);
        for (var second = 0; second < 1200 && topology.count("inkstream.processor.timers.fired") < 1200; second++) {
            topology.advance(Duration.ofSeconds(1));
        }
        assertThat(topology.count("inkstream.processor.timers.fired")).isEqualTo(1200);

        topology.advance(Duration.ofSeconds(30));

        assertThat(topology.count("inkstream.processor.timers.read")).isEqualTo(1200);
    }

    // --- headers

    @Test
    void everythingWritten_saysWhereItCameFrom() {
        topology.receives(message("wamid.1").from(ANA).text("hi"));

        for (var topic : List.of(Topics.LEAD_EVENTS, Topics.OUTBOUND, Topics.CONTACTS, Topics.IDENTITY)) {
            var headers = topology.records(topic).getFirst().headers();
            assertThat(header(headers, "correlation-id")).isEqualTo("correlation-of-wamid.1");
            assertThat(header(headers, "causation-id")).isEqualTo("wamid.1");
            assertThat(header(headers, "traceparent")).startsWith("00-4bf9");
            assertThat(header(headers, "schema-version")).isEqualTo("1");
            assertThat(header(headers, "studio")).isEqualTo(STUDIO);
            assertThat(header(headers, "mode")).isEqualTo("live");
        }
        var sent = topology.records(Topics.OUTBOUND).getFirst().headers();
        assertThat(header(sent, "event-type")).isEqualTo("message.send");
    }

    @Test
    void unexpectedPayment_raisesAnAlert() {
        topology.receives(payment("evt_1", ANA));

        assertThat(topology.values(Topics.SYSTEM_EVENTS))
                .extracting(SystemEvent::name)
                .containsExactly("payment.unexpected");
    }

    @Test
    void sameInputs_processedAgain_yieldTheSameIds() {
        topology.receives(message("wamid.1").from(ANA).text("hi"))
                .receives(message("wamid.2").from(ANA).text("stop"));
        try (var again = TopologyUnderTest.with(SmallRules::decide, Studios.studio())) {
            again.receives(message("wamid.1").from(ANA).text("hi"))
                    .receives(message("wamid.2").from(ANA).text("stop"));

            for (var topic : List.of(Topics.LEAD_EVENTS, Topics.OUTBOUND, Topics.CONTACTS, Topics.IDENTITY)) {
                assertThat(again.values(topic))
                        .extracting(WireRecord::id)
                        .isEqualTo(topology.values(topic).stream()
                                .map(WireRecord::id)
                                .toList());
            }
        }
    }

    private void assertNoNumberOnLongLivedTopics() {
        for (var topic : List.of(Topics.LEAD_EVENTS, Topics.SHEET_ROWS, Topics.SYSTEM_EVENTS)) {
            for (var record : topology.records(topic)) {
                assertThat(new String(record.value(), StandardCharsets.UTF_8)).doesNotContain(ANA, BEN, "GB.");
            }
        }
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
