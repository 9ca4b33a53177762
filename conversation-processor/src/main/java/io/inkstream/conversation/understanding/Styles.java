package io.inkstream.conversation.understanding;

/** Names of tattoo styles. */
public final class Styles {
    private static final Phrases NAMES = Phrases.of(
            "realism",
            "realistic",
            "fine line",
            "fineline",
            "traditional",
            "neo traditional",
            "old school",
            "new school",
            "watercolour",
            "watercolor",
            "geometric",
            "blackwork",
            "black work",
            "dotwork",
            "dot work",
            "tribal",
            "japanese",
            "irezumi",
            "minimalist",
            "minimal",
            "lettering",
            "script",
            "illustrative",
            "linework",
            "line work",
            "black and grey",
            "black and gray",
            "colour",
            "color",
            "sketch",
            "surrealism",
            "biomechanical",
            "anime",
            "cartoon",
            "portrait",
            "ornamental",
            "mandala",
            "realismo",
            "linea fina",
            "tradicional",
            "acuarela",
            "geometrico",
            "minimalista",
            "japones",
            "blanco y negro");

    private Styles() {}

    public static boolean isNamedIn(Utterance text) {
        return NAMES.isIn(text.words());
    }
}
