package io.inkstream.conversation;

import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.LeadSnapshot;
import io.inkstream.schemas.lead.LeadSnapshot.Deposit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a lead as the projector, the API and the sheet see it. */
final class Snapshots {
    private Snapshots() {}

    static LeadSnapshot of(ConversationState state, Lead lead) {
        var consultation = lead.consultation();
        var review = lead.review();
        return new LeadSnapshot(
                lead.leadId(),
                state.contactId(),
                state.studio(),
                lead.status(),
                lead.version(),
                state.consent(),
                consultation.open() == null ? null : consultation.open().question(),
                answers(consultation),
                review.estimate(),
                review.approval(),
                consultation.failures(),
                lead.handover() != null ? lead.handover().reason() : lead.closedBecause(),
                lead.handover() != null ? lead.handover().returnTo() : lead.returnTo(),
                state.lastTime() != null && lead.isHeldByArtist(state.lastTime()),
                List.of(),
                null,
                deposit(review),
                review.summary(),
                state.person().locale(),
                state.person().name(),
                review.tour(),
                lead.times());
    }

    private static Map<String, Answer> answers(Consultation consultation) {
        var shown = new LinkedHashMap<String, Answer>();
        consultation.answers().forEach((key, answer) -> shown.put(key, Answers.withSaid(answer)));
        consultation.suggested().forEach((key, value) -> shown.merge(key, Answers.suggested(value), (kept, _) -> kept));
        var location = location(consultation);
        if (location != null) {
            shown.put("location", location);
        }
        return shown;
    }

    private static @Nullable Answer location(Consultation consultation) {
        var city = consultation.answer(Question.LOCATION_CITY);
        var country = consultation.answer(Question.LOCATION_COUNTRY);
        if (city == null && country == null) {
            return null;
        }
        return Answers.location(city, country);
    }

    private static @Nullable Deposit deposit(Review review) {
        var asked = review.approval() == null ? 0 : review.approval().depositMinor();
        return asked == 0 && review.paidMinor() == 0
                ? null
                : new Deposit(asked, review.paidMinor(), review.paidAt(), null);
    }
}
