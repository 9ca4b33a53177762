package io.inkstream.conversation.understanding;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Every parser, by name, for what must hold of all of them. */
enum Parsers {
    UTTERANCE(text -> Utterance.of(text.said()).words()),
    TOKENS(text -> Token.of(text.lower())),
    AGE(Age::read),
    ABUSE(Triggers::isAbusive),
    HEALTH(Triggers::mentionsHealth),
    COVER_UP(Triggers::mentionsCoverUp),
    SOFT_TRIGGERS(Triggers::soft),
    INTENTS(Intents::of),
    YES_NO(YesNo::read),
    SIZES(Sizes::read),
    AMOUNTS(text -> Amounts.read(text, "GBP", 50_00)),
    MENTIONS(text -> Mentions.in(text, "GBP", 50_00)),
    PLACES(text -> Places.read(text, "United Kingdom")),
    TIMING(Timing::read),
    COMPLEXITY(Complexity::read),
    HANDLES(Handles::read),
    EDITS(Edits::in),
    SUBJECT(Subject::contentWords),
    TOPICS(Topics::of),
    LANGUAGE(Language::of),
    CHANGES_OF_MIND(ChangesOfMind::core),
    SLOT_CHOICES(text -> SlotChoices.read(text, Offers.EIGHT, Offers.TODAY.toLocalDate()));

    /** Null where a parser finds nothing. */
    private interface Parser {
        @Nullable
        Object read(Utterance text);
    }

    @SuppressWarnings("ImmutableEnumChecker") // the parsers hold no state
    private final Parser parser;

    Parsers(Parser parser) {
        this.parser = parser;
    }

    Object read(String text) {
        return Objects.requireNonNullElse(parser.read(Utterance.of(text)), "nothing");
    }

    private static final class Offers {
        static final LocalDateTime TODAY = LocalDateTime.of(2026, 5, 4, 10, 0);
        static final List<SlotChoices.Offer> EIGHT = IntStream.range(0, 8)
                .mapToObj(i -> TODAY.plusDays(1 + i / 2).plusHours(i % 2 * 4L))
                .map(start -> new SlotChoices.Offer(start, start.plusHours(3)))
                .toList();
    }
}
