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
        Notes.keep(turn, said);
        var words = said.words().isEmpty()
                ? turn.artistCopy().words("word.picture")
                : said.words().said();
        Notices.reply(turn, words);
    }
}
