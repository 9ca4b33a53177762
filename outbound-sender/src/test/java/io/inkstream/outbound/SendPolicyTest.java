package io.inkstream.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.outbound.stub.Commands;
import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.outbound.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendPolicyTest {
    private static final Instant NOW = Instant.parse("2026-09-01T10:00:00Z");
    private static final Template TEMPLATE = new Template("next_steps_reply_to_continue", "en_GB", List.of());
    private final Commands ana = Commands.newConversation();

    @Test
    void insideTheWindow_goesAsItIs() {
        var command = ana.text("hello").template(TEMPLATE).command();

        assertThat(SendPolicy.judge(command, Consent.GRANTED, true, NOW)).isEqualTo(new Judgement.FreeForm());
        assertThat(SendPolicy.judge(command, null, true, NOW)).isEqualTo(new Judgement.FreeForm());
    }

    @Test
    void outsideTheWindow_goesAsTemplateOrNotAtAll() {
        assertThat(SendPolicy.judge(ana.text("hello").template(TEMPLATE).command(), Consent.GRANTED, false, NOW))
                .isEqualTo(new Judgement.AsTemplate(TEMPLATE));
        assertThat(SendPolicy.judge(ana.text("hello").command(), Consent.GRANTED, false, NOW))
                .isInstanceOf(Judgement.Unsendable.class);
    }

    @Test
    void optOut_winsOverEverything_butItsOwnConfirmation() {
        assertThat(SendPolicy.judge(ana.text("hello").template(TEMPLATE).command(), Consent.OPTED_OUT, true, NOW))
                .isInstanceOf(Judgement.Skip.class);
        assertThat(SendPolicy.judge(ana.text("bye").evenAfterOptOut().command(), Consent.OPTED_OUT, true, NOW))
                .isEqualTo(new Judgement.FreeForm());
    }

    @Test
    void notAfter_isTheLastUsefulMoment() {
        var reminder = ana.text("still there?").notAfter(NOW).command();

        assertThat(SendPolicy.judge(reminder, Consent.GRANTED, true, NOW)).isEqualTo(new Judgement.FreeForm());
        assertThat(SendPolicy.judge(reminder, Consent.GRANTED, true, NOW.plusMillis(1)))
                .isInstanceOf(Judgement.Skip.class);
    }

    @Test
    void window_isTwentyFourHoursFromTheLastInbound() {
        assertThat(ServiceWindow.isOpen(NOW.minus(Duration.ofHours(24)).plusMillis(1), NOW))
                .isTrue();
        assertThat(ServiceWindow.isOpen(NOW.minus(Duration.ofHours(24)), NOW)).isFalse();
        assertThat(ServiceWindow.isOpen(null, NOW)).isFalse();
    }
}
