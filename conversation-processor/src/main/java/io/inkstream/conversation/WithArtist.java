package io.inkstream.conversation;

import io.inkstream.conversation.understanding.Intent;

/** The artist wrote to the client and holds the conversation: what the client writes goes to the artist. */
final class WithArtist {
    private WithArtist() {}

    static void wroteToArtist(Turn turn, Said said, Intent intent) {
        if (intent == Intent.CONTINUE || intent == Intent.OPT_IN) {
            HandOvers.back(turn, null);
            return;
        }
        turn.because("artist-holds");
        passOn(turn, said);
    }

    /** What the client wrote to a template that only invited a reply. */
    static void passOnIfHeld(Turn turn, Said said) {
        if (turn.lead().isHeldByArtist(turn.now())) {
            passOn(turn, said);
        } else {
            Notes.keep(turn, said);
        }
    }

    private static void passOn(Turn turn, Said said) {
        Notes.keep(turn, said);
        var words = said.words().isEmpty()
                ? turn.artistCopy().words("word.picture")
                : said.words().said();
        Notices.reply(turn, words);
    }
}
