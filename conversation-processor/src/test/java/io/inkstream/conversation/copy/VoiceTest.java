package io.inkstream.conversation.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VoiceTest {
    private static final Map<String, String> RULES =
            Map.of("color", "colour", "promise", "plan", "booking deposit", "deposit", "appointment", "session");

    @Test
    void wholeWords_areReplacedInTheirCase() {
        assertThat(Voice.spoken("Color or color? Your appointment.", RULES))
                .isEqualTo("Colour or colour? Your session.");
    }

    @Test
    void partsOfWords_areLeftAlone() {
        assertThat(Voice.spoken("Colorado is a compromise", RULES)).isEqualTo("Colorado is a compromise");
    }

    @Test
    void links_areLeftAlone() {
        var text = "See https://ink.example/color/appointment and {link:appointment}";

        assertThat(Voice.spoken(text, RULES)).isEqualTo(text);
    }

    @Test
    void longerPhrases_winOverTheirParts() {
        assertThat(Voice.spoken("the booking deposit", Map.of("booking deposit", "deposit", "deposit", "fee")))
                .isEqualTo("the deposit");
    }

    @Test
    void noRules_changeNothing() {
        assertThat(Voice.spoken("a promise", Map.of())).isEqualTo("a promise");
    }
}
