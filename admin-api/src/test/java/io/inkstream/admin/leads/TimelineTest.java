package io.inkstream.admin.leads;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.InputRef;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Reason;
import io.inkstream.schemas.lead.Status;
import io.inkstream.schemas.outbound.Recipient.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant T0 = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void understoodAnswer_saysValueWordsAndRule() {
        var size = answer(new BigDecimal("10.0"), new BigDecimal("15.00"), null, null);
        var reason = new Reason("size.pair-with-x", "dimensions", "10x15", "10 x 15 cm", List.of("10 in"));

        var timeline = told(
                message("10x15"),
                List.of(
                        new LeadEvent.AnswerRecorded("dimensions", size, false),
                        new LeadEvent.MessageRequested("c1", Role.CLIENT, "question.style", "What style?")),
                List.of(reason, Reason.of("next-question")));

        assertThat(timeline)
                .extracting(TimelineEntry::text)
                .containsExactly(
                        "client: '10x15'",
                        "dimensions: 10 x 15 cm, from '10x15', rule size.pair-with-x",
                        "to the client: 'What style?'");
        assertThat(timeline.get(0).why()).containsExactly("rule next-question");
        assertThat(timeline.get(1).why())
                .containsExactly("dimensions: 10 x 15 cm, from '10x15', rule size.pair-with-x, could also be 10 in");
        assertThat(timeline.get(2).commandId()).isEqualTo("c1");
        assertThat(timeline.get(2).copyKey()).isEqualTo("question.style");
    }

    @Test
    void money_isShownInMajorUnits() {
        assertThat(AnswerText.of(answer(null, null, 50_000L, "GBP"))).isEqualTo("500.00 GBP");
        assertThat(AnswerText.of(answer(null, null, 50_000L, "JPY"))).isEqualTo("50000 JPY");
        assertThat(AnswerText.of(answer(null, null, 5L, "no such money"))).isEqualTo("0.05 no such money");
    }

    @Test
    void editedAnswer_saysSo() {
        var timeline = told(
                message("12x12"),
                List.of(new LeadEvent.AnswerRecorded("dimensions", Answer.ofText("12 x 12 cm", "12x12"), true)),
                List.of());

        assertThat(timeline.getLast().text()).isEqualTo("dimensions: 12 x 12 cm (changed)");
    }

    @Test
    void failedReading_saysAttemptReasonAndWords() {
        var timeline = told(
                message("big"),
                List.of(new LeadEvent.AnswerNotUnderstood("dimensions", 2, "no-number", "big")),
                List.of());

        assertThat(timeline.getLast().text()).isEqualTo("dimensions: not understood, attempt 2, no-number, from 'big'");
    }

    @Test
    void ignoredInputs_leaveALineWithTheRule() {
        var timeline = told(
                message("hi"),
                List.of(
                        new LeadEvent.DuplicateIgnored(new InputRef("wa.inbound.v1", 1, 2)),
                        new LeadEvent.InputIgnored("group-message")),
                List.of());

        assertThat(timeline)
                .extracting(TimelineEntry::text)
                .containsExactly(
                        "client: 'hi'", "the same message again: ignored", "nothing to do, rule group-message");
    }

    @Test
    void commandsAndStatuses_sayWhoAndWhy() {
        var timeline = told(
                null,
                List.of(
                        new LeadEvent.CommandAccepted("c", "reject", "robin", "dashboard"),
                        new LeadEvent.StatusChanged(Status.PENDING_APPROVAL, Status.REJECTED, "too busy")),
                List.of());

        assertThat(timeline)
                .extracting(TimelineEntry::text)
                .containsExactly("reject accepted, asked by robin", "status PENDING_APPROVAL to REJECTED: too busy");
        assertThat(timeline)
                .extracting(TimelineEntry::kind)
                .containsExactly(TimelineEntry.Kind.COMMAND, TimelineEntry.Kind.STATUS);
    }

    private static List<TimelineEntry> told(@Nullable Input input, List<LeadEvent> events, List<Reason> why) {
        return Timeline.of(List.of(new RecordedDecision(1, T0, input, events, why)));
    }

    private static Input message(String text) {
        return new Input.ClientMessage(
                "wamid.1", T0, T0, new MessageContent.Text(text), null, null, null, false, false);
    }

    private static Answer answer(
            @Nullable BigDecimal width, @Nullable BigDecimal height, @Nullable Long minor, @Nullable String currency) {
        return new Answer(null, null, null, false, width, height, null, minor, null, currency, null, null, null);
    }
}
