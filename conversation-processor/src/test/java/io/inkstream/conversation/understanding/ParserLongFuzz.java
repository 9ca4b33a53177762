package io.inkstream.conversation.understanding;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;

/** As {@link ParserFuzz}, for an hour. */
class ParserLongFuzz {

    @FuzzTest(maxDuration = "1h")
    void anyText_isReadByAllParsers(@NotNull String text) {
        ParserFuzz.readByAll(text);
    }
}
