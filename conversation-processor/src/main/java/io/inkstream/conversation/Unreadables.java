package io.inkstream.conversation;

import java.time.Duration;

/** Voice notes, stickers, contact cards, polls and whatever WhatsApp invents: no answer, no strike; the third in a row brings a person. */
final class Unreadables {
    private static final int OFFER_A_PERSON_AT = 2;
    private static final int HAND_OVER_AT = 3;
    private static final Duration PAUSE_WHILE_WAITING = Duration.ofHours(6);

    private Unreadables() {}

    static void received(Turn turn, String what) {
        turn.because("unreadable." + ClientWords.cut(what, 40));
        if (StatusTable.WITH_A_PERSON.contains(turn.lead().status())
                || turn.lead().handover() != null) {
            HandOvers.hold(turn, new Said.Unreadable(what));
            return;
        }
        if (turn.consultation().open() == null) {
            sayWhileWaiting(turn);
            return;
        }
        turn.counts(counts -> counts.plusOne(Counts.UNREADABLE_IN_A_ROW));
        var inARow = turn.lead().counts().of(Counts.UNREADABLE_IN_A_ROW);
        if (inARow < HAND_OVER_AT || !HandOvers.hard(turn, "media", "handover.human")) {
            var section = inARow >= OFFER_A_PERSON_AT ? "media.unsupported.person" : "media.unsupported";
            Asking.sayWithQuestion(turn, "media.unsupported", section, turn.values());
        }
    }

    private static void sayWhileWaiting(Turn turn) {
        if (Notes.mayRepeat(turn, "media.unsupported", PAUSE_WHILE_WAITING)) {
            turn.say("media.unsupported", turn.render("media.unsupported.closed", turn.values()));
        }
    }
}
