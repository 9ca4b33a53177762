package io.inkstream.conversation;

import io.inkstream.conversation.copy.Rendered;
import io.inkstream.conversation.copy.Templates;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.outbound.OutboundMessage;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import io.inkstream.schemas.outbound.Template;
import org.jspecify.annotations.Nullable;

/** A message that went out as "please reply to continue" is owed to the client: said on their next word (DESIGN §6). */
final class Withholding {
    private Withholding() {}

    /** A reply to a client's own message is inside the window by definition; only what we begin may be withheld. */
    static void remember(Turn turn, String commandId, String copyKey, Rendered text, @Nullable Template template) {
        if (!turn.hasLead() || turn.input() instanceof Input.ClientMessage) {
            return;
        }
        if (template != null && Templates.onlyInvites(template)) {
            turn.lead(lead -> lead.withholding(new Withheld(commandId, copyKey, text.message(), false)));
        }
    }

    static void concluded(Turn turn, Input.SendOutcome outcome) {
        turn.happened(new LeadEvent.MessageConcluded(outcome.commandId(), outcome.outcome(), outcome.reason()));
        if (!turn.hasLead()) {
            return;
        }
        var withheld = turn.lead().withheld();
        if (withheld != null && withheld.commandId().equals(outcome.commandId())) {
            turn.lead(
                    lead -> lead.withholding(outcome.outcome() == Outcome.SENT_AS_TEMPLATE ? withheld.asOwed() : null));
        }
        rememberWamid(turn, outcome);
    }

    /** A reaction or a quoted reply names the message it is to by WhatsApp's id. */
    private static void rememberWamid(Turn turn, Input.SendOutcome outcome) {
        var open = turn.consultation().open();
        var wamid = outcome.wamid();
        if (wamid != null) {
            turn.lead(lead -> lead.with(lead.trail().sentAs(outcome.commandId(), wamid)));
        }
        if (open != null
                && wamid != null
                && open.isYesNo()
                && outcome.commandId().equals(open.commandId())) {
            turn.consultation(consultation -> consultation.asking(open.sentAs(wamid)));
        }
    }

    static boolean owesSomething(Turn turn) {
        var withheld = turn.lead().withheld();
        return withheld != null && withheld.owed();
    }

    /** Says what was owed; the client's words were an answer to the template, not to it. */
    static void sayOwed(Turn turn) {
        var withheld = turn.lead().withheld();
        if (withheld != null) {
            turn.because("withheld.said-now");
            turn.lead(lead -> lead.withholding(null));
            turn.say(withheld.copyKey(), rendered(withheld.message()));
        }
    }

    private static Rendered rendered(OutboundMessage message) {
        return Rendered.of(message);
    }
}
