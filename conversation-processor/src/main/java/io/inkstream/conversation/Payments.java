package io.inkstream.conversation;

import io.inkstream.schemas.lead.Input.Payment;
import io.inkstream.schemas.lead.LeadEvent;
import java.util.Locale;
import java.util.Map;

/** Money is always recorded, whatever the status. What fits nothing we asked for is shown to the artist, never refunded by itself. */
final class Payments {
    private static final String COMPLETED = "checkout.session.completed";
    private static final String COMPLETED_LATER = "checkout.session.async_payment_succeeded";
    private static final String PAID = "paid";

    private Payments() {}

    static void received(Turn turn, Payment payment) {
        turn.happened(new LeadEvent.PaymentRecorded(
                payment.event(), payment.objectId(), payment.amountMinor(), payment.currency()));
        if (!isMoneyIn(payment)) {
            turn.because("payment.noted");
            return;
        }
        if (turn.hasLead() && isOurs(turn, payment) && isInOurCurrency(turn, payment)) {
            var amount = payment.amountMinor() == null ? 0 : payment.amountMinor();
            turn.lead(lead -> lead.with(lead.review().paid(amount, turn.now())));
            turn.growsVersion();
        }
        unexpected(turn, payment);
    }

    /** No checkout of ours can be open before there are slots: every payment is one that nobody asked for. */
    private static void unexpected(Turn turn, Payment payment) {
        turn.because("payment.unexpected");
        turn.happened(new LeadEvent.PaymentUnexpected(payment.event(), "no-open-checkout"));
        Notices.alertWith(turn, Notices.reason(turn, "payment", Map.of("amount", amount(turn, payment))));
    }

    private static boolean isMoneyIn(Payment payment) {
        var isPaid = payment.paymentStatus() == null || payment.paymentStatus().equals(PAID);
        return payment.event().equals(COMPLETED_LATER) || (payment.event().equals(COMPLETED) && isPaid);
    }

    private static boolean isOurs(Turn turn, Payment payment) {
        return payment.leadId() == null || payment.leadId().equals(turn.lead().leadId());
    }

    private static boolean isInOurCurrency(Turn turn, Payment payment) {
        return payment.currency() == null
                || payment.currency().equalsIgnoreCase(turn.settings().currency());
    }

    private static String amount(Turn turn, Payment payment) {
        var currency = payment.currency() == null ? turn.settings().currency() : payment.currency();
        return Money.text(payment.amountMinor() == null ? 0 : payment.amountMinor(), currency.toUpperCase(Locale.ROOT));
    }
}
