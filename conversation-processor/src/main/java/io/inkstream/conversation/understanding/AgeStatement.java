package io.inkstream.conversation.understanding;

/**
 * One age that a text states, of a person living now: "I'm 17", "my daughter is sixteen", "nearly 18", "18+".
 *
 * @param first the first word of {@link Utterance#clauses} that belongs to it
 * @param next the word after it
 */
record AgeStatement(Whose whose, Verdict verdict, int years, int first, int next) {

    enum Whose {
        CLIENT,
        SOMEBODY_ELSE,
        /** "Can a 17 year old get one?" */
        ANYBODY
    }

    enum Verdict {
        MINOR,
        /** "I'm not 18": weaker than an age that is said. */
        NOT_ADULT,
        ADULT
    }
}
