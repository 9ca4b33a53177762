package io.inkstream.conversation.estimate;

import io.inkstream.conversation.understanding.Utterance;
import java.util.List;

/** Whether a placement is one of the studio's hard ones: whole words, and "back of calf" is no back. */
public final class HardPlacements {
    private static final List<String> QUALIFIERS = List.of("back of", "inside of", "inside", "behind");

    private HardPlacements() {}

    /** @param hardPlacements from the settings, such as "ribs" or "side of hand" */
    public static boolean isHard(String placement, List<String> hardPlacements) {
        var words = " " + String.join(" ", Utterance.of(placement).words()) + " ";
        for (var qualifier : QUALIFIERS) {
            words = words.replace(" " + qualifier + " ", " ");
        }
        for (var hard : hardPlacements) {
            if (words.contains(" " + hard + " ")) {
                return true;
            }
        }
        return false;
    }
}
