package io.inkstream.conversation;

import io.inkstream.schemas.lead.Input.ArtistMessage;
import java.time.Duration;

/** What the artist writes to the business number opens no lead; it opens the artist's window, and is explained once a day. */
final class ArtistTalk {
    private static final Duration HELP_PAUSE = Duration.ofDays(1);

    private ArtistTalk() {}

    static void received(Turn turn, ArtistMessage message) {
        turn.ignore("artist-message");
        switch (Said.in(message.content())) {
            case Said.Words _, Said.Tapped _, Said.Picture _, Said.Pin _, Said.Unreadable _ -> help(turn);
            case Said.Reacted _, Said.Silent _ -> {} // nothing is said
        }
    }

    private static void help(Turn turn) {
        var last = turn.person().helpedAt();
        if (last == null || !turn.now().isBefore(last.plus(HELP_PAUSE))) {
            turn.person(person -> person.helped(turn.now()));
            turn.answerArtist("artist.help", turn.artistCopy().render("artist.help", "", turn.values()));
        }
    }
}
