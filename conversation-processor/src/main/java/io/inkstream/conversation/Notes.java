package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Triggers;
import io.inkstream.schemas.lead.LeadEvent;
import java.time.Duration;

/** Keeps for the artist what answers nothing, and keeps the bot from saying the same thing too often. */
final class Notes {
    private Notes() {}

    /** Keeps the words or the picture; health matters are kept out of notes, the artist is told to ask. */
    static void keep(Turn turn, Said said) {
        switch (said) {
            case Said.Picture(var media, var words) -> {
                turn.counts(counts -> counts.plusOne(Counts.MEDIA));
                turn.happened(new LeadEvent.MediaKept(
                        media.mediaType().name(), media.mediaId(), words.isEmpty() ? null : words.said()));
            }
            case Said.Words _, Said.Tapped _, Said.Pin _, Said.Unreadable _, Said.Reacted _, Said.Silent _ -> {
                if (!said.words().isEmpty() && !Triggers.mentionsHealth(said.words())) {
                    turn.note(said.words().said());
                }
            }
        }
    }

    /** For a person without an enquiry, of whom nothing is counted. */
    static void keepWithoutLead(Turn turn, Said said) {
        if (turn.hasLead()) {
            keep(turn, said);
        } else if (!said.words().isEmpty()) {
            turn.note(said.words().said());
        }
    }

    /** Whether the text may be said again after this pause; says so only once per pause. */
    static boolean mayRepeat(Turn turn, String copyKey, Duration pause) {
        var last = turn.lead().counts().lastSaid(copyKey);
        if (last != null && turn.now().isBefore(last.plus(pause))) {
            turn.because("note.said-recently");
            return false;
        }
        turn.counts(counts -> counts.said(copyKey, turn.now()));
        return true;
    }
}
