package io.inkstream.simulator.journal;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** State that is rebuilt from the journal at the start. */
public interface Remembered {

    /** The kinds of lines that belong to this state. */
    Set<String> kinds();

    /** Applies one line again, in the order written; must not write to the journal. */
    void recall(String kind, JsonNode line);
}
