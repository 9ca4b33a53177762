package io.inkstream.outbound;

import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.outbound.OutboundCommand.SendMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Judges a command at send time: consent first, then its usefulness, then the window. Pause and pace are judged before a claim. */
public final class SendPolicy {
    private SendPolicy() {}

    /**
     * What may be done now.
     *
     * @param consent absent: nothing is known, taken as granted
     * @param windowOpen the recipient wrote within 24 hours, and WhatsApp has not said otherwise
     * @param now by the business clock
     */
    public static Judgement judge(SendMessage command, @Nullable Consent consent, boolean windowOpen, Instant now) {
        if (consent == Consent.OPTED_OUT && !command.allowAfterOptOut()) {
            return new Judgement.Skip("the recipient opted out");
        }
        var notAfter = command.notAfter();
        if (notAfter != null && now.isAfter(notAfter)) {
            return new Judgement.Skip("too late to be of use");
        }
        if (windowOpen) {
            return new Judgement.FreeForm();
        }
        var template = command.template();
        return template == null
                ? new Judgement.Unsendable("outside the 24 h window, and no template stands for this message")
                : new Judgement.AsTemplate(template);
    }
}
