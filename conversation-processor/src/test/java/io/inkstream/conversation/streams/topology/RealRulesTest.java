package io.inkstream.conversation.streams.topology;

import static io.inkstream.conversation.streams.topology.Incoming.ANA;
import static io.inkstream.conversation.streams.topology.Incoming.BEN;
import static io.inkstream.conversation.streams.topology.Studios.ARTIST;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.inbound.MessageContent.MediaType;
import io.inkstream.schemas.lead.DecisionRecord;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Status;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import io.inkstream.schemas.topics.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real rules in the real topology: the promises that need both. */
class RealRulesTest {
    private static final String[] PLAIN = Consultation.PLAIN.toArray(String[]::new);

    private final Consultation studio = new Consultation();

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void consultation_whenHeldToItsEnd_isWithTheArtist_andInTheSheet() {
        studio.says(ANA, PLAIN);

        assertThat(studio.lead(ANA).status()).isEqualTo(Status.PENDING_APPROVAL);
        assertThat(studio.topology.decisions(ANA))
                .extracting(DecisionRecord::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, PLAIN.length).boxed().toList());
        assertThat(studio.messagesTo(ARTIST)).isEqualTo(1);
        assertThat(row())
                .containsEntry("status", "PENDING_APPROVAL")
                .containsEntry("budget_amount", 50_000L)
                .containsEntry("city", "London")
                .containsKeys("lead_id", "qualifying_completed_at", "estimated_deposit_amount");
    }

    @Test
    void answer_whenDeliveredTwice_isOneAnswer() {
        studio.says(ANA, "hi", "A fine line dragon curling round my arm");
        var asked = studio.lead(ANA).currentQuestion();
        var messages = studio.messagesTo(ANA);

        studio.saysAgain(ANA, "A fine line dragon curling round my arm");

        assertThat(studio.lead(ANA).currentQuestion()).isEqualTo(asked);
        assertThat(studio.messagesTo(ANA)).isEqualTo(messages);
        assertThat(studio.newest(ANA).events()).hasExactlyElementsOfTypes(LeadEvent.DuplicateIgnored.class);
    }

    @Test
    void stop_isToldToTheSender_andSilencesEverythingAfterIt() {
        studio.says(ANA, "hi", "STOP");
        assertThat(studio.topology.facts().getLast().facts().consent()).isEqualTo(Consent.OPTED_OUT);
        var messages = studio.messagesTo(ANA);

        studio.after(Duration.ofDays(40));

        assertThat(studio.lead(ANA).status()).isEqualTo(Status.OPTOUT);
        assertThat(studio.messagesTo(ANA)).isEqualTo(messages);
    }

    @Test
    void silentClient_isRemindedByATimer_eachStageOnce() {
        studio.says(ANA, "hi");
        var messages = studio.messagesTo(ANA);

        studio.after(Duration.ofHours(12).minusMinutes(1));
        assertThat(studio.messagesTo(ANA)).isEqualTo(messages);
        studio.after(Duration.ofMinutes(2)).after(Duration.ofMinutes(2)).after(Duration.ofHours(1));

        assertThat(studio.messagesTo(ANA)).isEqualTo(messages + 1);
        assertThat(studio.newest(ANA).input()).isInstanceOf(Input.Timer.class);
    }

    @Test
    void clientWhoGoesOn_isNotReminded() {
        studio.says(ANA, "hi").after(Duration.ofHours(11)).says(ANA, "A fine line dragon curling round my arm");
        var messages = studio.messagesTo(ANA);

        studio.after(Duration.ofHours(2));

        assertThat(studio.messagesTo(ANA)).isEqualTo(messages);
    }

    @Test
    void poisonInBetween_isADeadLetter_andTheConversationGoesOn() {
        studio.says(ANA, "hi").poison(ANA).says(ANA, "A fine line dragon curling round my arm");

        assertThat(studio.topology.values(Topics.PROCESSOR_DLT)).hasSize(1);
        assertThat(studio.lead(ANA).answers()).containsKey("idea");
        assertThat(studio.topology.decisions(ANA))
                .extracting(DecisionRecord::seq)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void approval_fromTheDashboard_isAppliedOnce_andNeverWhenStale() {
        studio.says(ANA, PLAIN);
        var version = studio.lead(ANA).version();
        var approve = new LeadAction.Approve(null, null, null);

        studio.commands(ANA, approve, version);
        assertThat(studio.lead(ANA).status()).isEqualTo(Status.AWAITING_DEPOSIT);
        studio.commands(ANA, approve, version);

        assertThat(studio.newest(ANA).events())
                .filteredOn(LeadEvent.CommandRejected.class::isInstance)
                .extracting("reason")
                .containsExactly(LeadEvent.Rejection.STALE_VERSION);
    }

    @Test
    void rejection_showsItsReason_andThePicturesAreCounted_inTheSheet() {
        studio.says(ANA, "hi")
                .sends(ANA, new MessageContent.Media(MediaType.IMAGE, "9001", "image/jpeg", "x", null, null, null))
                .says(ANA, java.util.Arrays.copyOfRange(PLAIN, 1, PLAIN.length))
                .commands(ANA, new LeadAction.Reject("fully booked"));

        assertThat(row())
                .containsEntry("status", "REJECTED")
                .containsEntry("reference_media_count", 1L)
                .containsEntry("admin_notes", "fully booked");
    }

    @Test
    void messageThatCouldNotBeDelivered_showsInTheSheet() {
        studio.says(ANA, "hi").lastMessageWas(ANA, Outcome.DEAD);

        assertThat(row()).containsEntry("last_error", "message DEAD");
    }

    @Test
    void twoClients_knowNothingOfEachOther() {
        studio.says(ANA, "hi").says(BEN, "hi", "STOP").says(ANA, "A fine line dragon curling round my arm");

        assertThat(studio.lead(ANA).consent()).isEqualTo(Consent.GRANTED);
        assertThat(studio.lead(BEN).consent()).isEqualTo(Consent.OPTED_OUT);
    }

    private Map<String, Object> row() {
        return studio.topology.values(Topics.SHEET_ROWS).getLast().cells();
    }
}
