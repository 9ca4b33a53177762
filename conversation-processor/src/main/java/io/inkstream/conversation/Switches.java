package io.inkstream.conversation;

import io.inkstream.schemas.Ids;
import io.inkstream.schemas.lead.LeadEvent;
import java.time.Duration;

/** The studio's switches for the whole bot: panic stores everything and decides nothing; pilot answers a few numbers only. */
final class Switches {
    private static final Duration NOTE_PAUSE = Duration.ofDays(1);

    private Switches() {}

    /** Whether a switch ended the matter. STOP and consent were looked at before. */
    static boolean silence(Turn turn, Said said) {
        if (turn.settings().switches().panic()) {
            storeAndSay(turn, said, "paused.note");
            return true;
        }
        if (!isInPilot(turn)) {
            storeAndSay(turn, said, "pilot.note");
            return true;
        }
        return false;
    }

    /** The rules know no phone numbers, so the listed numbers are compared by their pseudonyms. */
    private static boolean isInPilot(Turn turn) {
        var pilot = turn.settings().switches().pilot();
        return pilot.isEmpty()
                || pilot.stream()
                        .anyMatch(number -> Ids.contactId(turn.settings().studio() + "/" + number)
                                .equals(turn.contactId()));
    }

    private static void storeAndSay(Turn turn, Said said, String copyKey) {
        turn.because(copyKey);
        turn.happened(new LeadEvent.NoteStored(said.words().said()));
        var last = turn.person().switchNotedAt();
        if (last == null || !turn.now().isBefore(last.plus(NOTE_PAUSE))) {
            turn.person(person -> person.switchNoted(turn.now()));
            turn.say(copyKey, turn.render(copyKey, turn.values()));
        }
    }
}
