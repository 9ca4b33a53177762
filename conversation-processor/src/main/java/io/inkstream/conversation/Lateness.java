package io.inkstream.conversation;

import io.inkstream.schemas.lead.Input.ClientMessage;
import java.time.temporal.ChronoUnit;

/** A message written before the open question was decided cannot be its answer (spec §2, late messages). */
final class Lateness {
    /** WhatsApp's times are whole seconds, so one second is no evidence. */
    private static final long TOLERANCE_SECONDS = 1;

    private Lateness() {}

    static boolean isLate(Turn turn, ClientMessage message) {
        var open = turn.consultation().open();
        if (open == null || message.sentAt() == null) {
            return false;
        }
        var decided = open.askedAt().truncatedTo(ChronoUnit.SECONDS);
        return message.sentAt().isBefore(decided.minusSeconds(TOLERANCE_SECONDS));
    }
}
