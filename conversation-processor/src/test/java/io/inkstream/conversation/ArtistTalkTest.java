package io.inkstream.conversation;

import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.lead.Input;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The artist writes to the business number. */
class ArtistTalkTest {
    @Test
    void artist_isToldOnceADayHowToReachClients() {
        var talk = Talk.begin();
        writes(talk, "1").silent().tellsArtist("artist.help");
        writes(talk, "2").silent().tellsArtist();
        writes(talk.after(Duration.ofHours(25)), "3").tellsArtist("artist.help");
    }

    private static Talk writes(Talk talk, String id) {
        return talk.decide(new Input.ArtistMessage(
                "wamid.artist." + id, talk.now(), talk.now(), new MessageContent.Text("tell her yes"), null));
    }
}
