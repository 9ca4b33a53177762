package io.inkstream.conversation.estimate;

import org.jspecify.annotations.Nullable;

/**
 * What the estimate needs to know of a piece.
 *
 * @param areaCm2 absent when the size is not known
 * @param xlBySaying a sleeve or a back: XL without a size
 * @param complexity 1 to 3
 * @param hardPlacement on ribs, spine, knee and the like
 */
public record Piece(
        @Nullable Double areaCm2, boolean xlBySaying, int complexity, boolean coverUp, boolean hardPlacement) {

    boolean sizeKnown() {
        return areaCm2 != null && areaCm2 > 0;
    }

    /** Reasons that make it harder than its size says. */
    int hardships() {
        return (coverUp ? 1 : 0) + (complexity == 3 ? 1 : 0) + (hardPlacement ? 1 : 0);
    }
}
