package io.inkstream.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Twenty conversations in Spanish, from {@code conversations.es.txt}: adding one needs no Java. */
class SpanishConversationsTest {
    /** A line of the file: what the client says ({@code >}), what comes back ({@code <}), or time that passes ({@code +}). */
    private record Line(char kind, String text) {}

    private record Script(String name, List<Line> lines) {}

    @TestFactory
    Stream<DynamicTest> conversations() throws IOException {
        var scripts = scripts();
        assertThat(scripts).hasSizeGreaterThanOrEqualTo(20);
        return scripts.stream().map(script -> DynamicTest.dynamicTest(script.name(), () -> play(script)));
    }

    private static void play(Script script) {
        var talk = Talk.with(Studios.studio().locale("es"));
        for (var line : script.lines()) {
            switch (line.kind()) {
                case '>' -> talk.says(line.text());
                case '~' -> talk.taps(line.text());
                case '+' -> talk.after(Duration.parse(line.text()));
                case '<' -> check(talk, line.text());
                default -> throw new IllegalArgumentException("no such line: " + line);
            }
        }
    }

    /** The copy key, then words that the text must hold; {@code -} is silence. */
    private static void check(Talk talk, String expected) {
        var parts = expected.split(" \\| ", -1);
        if (parts[0].equals("-")) {
            talk.silent();
            return;
        }
        assertThat(talk.toClient().locale()).isEqualTo("es");
        for (var words : List.of(parts).subList(1, parts.length)) {
            assertThat(talk.toClient().message().body()).contains(words);
        }
        talk.replies(parts[0]);
    }

    private static List<Script> scripts() throws IOException {
        var scripts = new ArrayList<Script>();
        try (var in =
                Objects.requireNonNull(SpanishConversationsTest.class.getResourceAsStream("conversations.es.txt"))) {
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("# ")) {
                    scripts.add(new Script(line.substring(2), new ArrayList<>()));
                } else if (!line.isBlank()) {
                    scripts.getLast()
                            .lines()
                            .add(new Line(line.charAt(0), line.substring(1).strip()));
                }
            }
        }
        return scripts;
    }
}
