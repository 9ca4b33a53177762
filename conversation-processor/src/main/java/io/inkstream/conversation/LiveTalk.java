package io.inkstream.conversation;

import io.inkstream.conversation.copy.CopyBook;
import io.inkstream.conversation.understanding.Intent;
import io.inkstream.conversation.understanding.Language;
import io.inkstream.conversation.understanding.Place;
import io.inkstream.conversation.understanding.Places;
import io.inkstream.conversation.understanding.Reading;
import io.inkstream.conversation.understanding.Utterance;
import io.inkstream.schemas.lead.Status;
import org.jspecify.annotations.Nullable;

/** A message in a live enquiry: requests, safety and edits first, then what the status makes of it. */
final class LiveTalk {
    private static final double SURE = 0.6;

    private LiveTalk() {}

    static void heard(Turn turn, Said said, Intent intent, boolean late) {
        switch (said) {
            case Said.Tapped tap -> Taps.tapped(turn, tap.id());
            case Said.Picture picture -> Pictures.received(turn, picture, intent, late);
            case Said.Pin(var words) -> pinned(turn, words);
            case Said.Unreadable(var what) -> Unreadables.received(turn, what);
            case Said.Words(var words) -> words(turn, words, intent, late);
            case Said.Reacted _, Said.Silent _ -> turn.ignore("not-for-the-live-talk");
        }
    }

    /** A pin answers only the questions about a city; one far from every city brings the question again. */
    private static void pinned(Turn turn, Utterance place) {
        var open = turn.consultation().open();
        var asksForCity = open != null
                && (open.question().equals(Question.LOCATION_CITY.key())
                        || open.question().equals(Question.TRAVEL_CITY.key()));
        if (!asksForCity || turn.lead().status() != Status.QUALIFYING) {
            Unreadables.received(turn, "location");
        } else if (isCity(turn, place)) {
            words(turn, place, Intent.NONE, false);
        } else {
            Asking.askOpenAgain(turn, null);
        }
    }

    private static boolean isCity(Turn turn, Utterance words) {
        return Places.read(words, turn.settings().homeCountry()) instanceof Reading.Understood<Place> place
                && place.value().city() != null
                && place.confidence() > SURE;
    }

    static void words(Turn turn, Utterance text, Intent intent, boolean late) {
        turn.counts(counts -> counts.with(Counts.UNREADABLE_IN_A_ROW, 0));
        learnLanguage(turn, text);
        if (Requests.acted(turn, text, intent)
                || Safety.acted(turn, text)
                || Bursts.absorbed(turn, text)
                || (!late && WhichEnquiry.heard(turn, text, intent))) {
            return;
        }
        var isLate = late && Quotes.quoted(turn) == null; // a quote says what it answers, whenever it comes
        var edit = isLate ? null : Editing.wished(turn, text);
        if ((edit != null && Editing.applied(turn, edit)) || Quotes.answered(turn, text, intent)) {
            return;
        }
        if (isLate) {
            LateLines.kept(turn, text);
        } else if (!SecondThoughts.heard(turn, text, intent)) {
            Replies.toText(turn, text, intent);
        }
    }

    /** "hi" tells no language; the first message that does decides, until the client asks for another. */
    private static void learnLanguage(Turn turn, Utterance text) {
        var spoken = turn.person().locale() == null ? Language.ofLonger(text) : null;
        if (spoken != null) {
            turn.because("language." + spoken);
            turn.person(person -> person.speaking(spoken));
        }
    }

    /** The language a message asks for; null when it does not. */
    static @Nullable String languageAsked(Intent intent) {
        return switch (intent) {
            case LANGUAGE_ENGLISH -> CopyBook.ENGLISH;
            case LANGUAGE_SPANISH -> CopyBook.SPANISH;
            default -> null;
        };
    }
}
