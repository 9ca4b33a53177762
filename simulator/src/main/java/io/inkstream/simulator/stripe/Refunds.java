package io.inkstream.simulator.stripe;

import io.inkstream.schemas.BusinessClock;
import io.inkstream.simulator.http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Money that goes back: refunds by the studio, disputes by the client's bank. */
@Component
final class Refunds {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ID_LENGTH = 24;
    private static final long DAYS_TO_ANSWER = 14 * 24 * 3600L;

    private final StripeObjects objects;
    private final StripeEvents events;
    private final BusinessClock clock;

    Refunds(StripeObjects objects, StripeEvents events, BusinessClock clock) {
        this.objects = objects;
        this.events = events;
        this.clock = clock;
    }

    /** What the studio asked for, and the events that follow. */
    record Outcome(Answer answer, List<ObjectNode> events) {
        static Outcome refused(StripeError error) {
            return new Outcome(error.answer(), List.of());
        }
    }

    synchronized Outcome create(StripeForm form) {
        var intentId = form.text("payment_intent").orElse("");
        if (intentId.isEmpty() && form.text("charge").isEmpty()) {
            return Outcome.refused(StripeError.invalid(
                    "parameter_missing",
                    "One of the following params should be provided for this request: payment_intent or charge.",
                    null));
        }
        var charge = charge(intentId, form.text("charge").orElse(""));
        if (charge.isEmpty()) {
            return Outcome.refused(StripeError.noSuch("payment_intent", intentId));
        }
        return refund(charge.get(), form);
    }

    private Outcome refund(ObjectNode charge, StripeForm form) {
        var left =
                charge.path("amount").asLong() - charge.path("amount_refunded").asLong();
        var amount = form.number("amount").orElse(left);
        if (left == 0) {
            return Outcome.refused(StripeError.invalid(
                    "charge_already_refunded",
                    "Charge " + charge.path("id").asString() + " has already been refunded.",
                    null));
        }
        if (amount < 1 || amount > left) {
            return Outcome.refused(StripeError.invalid(
                    "amount_too_large",
                    "Refund amount (" + amount + ") is greater than unrefunded amount on charge (" + left + ")",
                    "amount"));
        }
        var refund = JSON.createObjectNode();
        refund.put("id", StripeObjects.newId("re_1", ID_LENGTH));
        refund.put("object", StripeObjects.REFUND);
        refund.put("amount", amount);
        refund.put("charge", charge.path("id").asString());
        refund.put("created", clock.instant().getEpochSecond());
        refund.put("currency", charge.path("currency").asString());
        var metadata = refund.putObject("metadata");
        form.under("metadata").forEach(metadata::put);
        refund.put("payment_intent", charge.path("payment_intent").asString());
        refund.put("reason", form.text("reason").orElse(null));
        refund.put("status", "succeeded");
        objects.put(refund);
        var happened = new ArrayList<ObjectNode>();
        happened.add(events.happened("refund.created", refund));
        happened.add(events.happened("charge.refunded", refunded(charge, amount), previous(charge)));
        return new Outcome(Answer.json(200, refund), happened);
    }

    private ObjectNode refunded(ObjectNode before, long amount) {
        var charge = before.deepCopy();
        var total = before.path("amount_refunded").asLong() + amount;
        charge.put("amount_refunded", total);
        charge.put("refunded", total == before.path("amount").asLong());
        objects.put(charge);
        return charge;
    }

    private static ObjectNode previous(ObjectNode charge) {
        var previous = JSON.createObjectNode();
        previous.set("amount_refunded", charge.path("amount_refunded"));
        previous.set("refunded", charge.path("refunded"));
        return previous;
    }

    /** The refund bounced: the client's bank would not take it. */
    synchronized Optional<ObjectNode> fail(String refundId) {
        return objects.find(StripeObjects.REFUND, refundId).map(refund -> {
            refund.put("status", "failed");
            refund.put("failure_reason", "expired_or_canceled_card");
            objects.put(refund);
            return events.happened("refund.failed", refund);
        });
    }

    /** The client's bank takes the money back. */
    synchronized Optional<ObjectNode> dispute(String intentId) {
        return charge(intentId, "").map(charge -> {
            var now = clock.instant().getEpochSecond();
            var dispute = JSON.createObjectNode();
            dispute.put("id", StripeObjects.newId("dp_1", ID_LENGTH));
            dispute.put("object", StripeObjects.DISPUTE);
            dispute.put("amount", charge.path("amount").asLong());
            dispute.put("charge", charge.path("id").asString());
            dispute.put("created", now);
            dispute.put("currency", charge.path("currency").asString());
            dispute.putObject("evidence_details")
                    .put("due_by", now + DAYS_TO_ANSWER)
                    .put("has_evidence", false)
                    .put("past_due", false)
                    .put("submission_count", 0);
            dispute.put("is_charge_refundable", false);
            dispute.put("livemode", false);
            dispute.putObject("metadata");
            dispute.put("payment_intent", intentId);
            dispute.put("reason", "fraudulent");
            dispute.put("status", "needs_response");
            objects.put(dispute);
            return events.happened("charge.dispute.created", dispute);
        });
    }

    /** The bank has decided: {@code won} by the studio or lost. */
    synchronized Optional<ObjectNode> closeDispute(String disputeId, boolean won) {
        return objects.find(StripeObjects.DISPUTE, disputeId).map(dispute -> {
            dispute.put("status", won ? "won" : "lost");
            objects.put(dispute);
            return events.happened("charge.dispute.closed", dispute);
        });
    }

    private Optional<ObjectNode> charge(String intentId, String chargeId) {
        var id = objects.find(StripeObjects.INTENT, intentId)
                .map(intent -> intent.path("latest_charge").asString())
                .orElse(chargeId);
        return objects.find(StripeObjects.CHARGE, id);
    }
}
