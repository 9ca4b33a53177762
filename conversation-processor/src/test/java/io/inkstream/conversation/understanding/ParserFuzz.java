package io.inkstream.conversation.understanding;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.Objects;

/**
 * Jazzer looks for a text that breaks a parser, led by the branches it reaches. Not part of the ordinary tests, whose
 * classes it would instrument: {@code mvn test -Pfuzz} for half a minute, {@code -Pfuzz,fuzz-long} for an hour.
 */
class ParserFuzz {

    @FuzzTest(maxDuration = "30s")
    void anyText_isReadByAllParsers(@NotNull String text) {
        readByAll(text);
    }

    /** A parser that throws, or that forgets what it said, is a finding. */
    static void readByAll(String text) {
        for (var parser : Parsers.values()) {
            if (!Objects.equals(parser.read(text), parser.read(text))) {
                throw new IllegalStateException(parser + " reads the same text in two ways");
            }
        }
    }
}
