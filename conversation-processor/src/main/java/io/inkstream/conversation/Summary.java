package io.inkstream.conversation;

import io.inkstream.conversation.copy.CopyBook;
import io.inkstream.schemas.lead.Answer;
import io.inkstream.schemas.lead.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A lead on one page, for the artist; and the short recap for the client. */
final class Summary {
    private Summary() {}

    static String of(Turn turn) {
        var book = turn.artistCopy();
        var values = new HashMap<String, String>();
        values.put("name", Notices.clientName(turn));
        for (var question : Question.values()) {
            values.put(question.key(), shown(turn, book, question));
        }
        var estimate = turn.lead().review().estimate();
        values.put(
                "minimum",
                estimate == null
                        ? book.words("fallback.none")
                        : Money.text(estimate.minBudgetMinor(), estimate.currency()));
        values.put("location", location(turn, book));
        values.put("session", session(turn));
        values.put("estimate", estimate == null ? book.words("fallback.none") : estimated(book, estimate));
        values.put("flags", flags(turn, book, estimate));
        return book.render("artist.summary", "", values).body().strip();
    }

    /** One line per answer, in the client's language. */
    static String recap(Turn turn) {
        return recap(turn, false);
    }

    /** As {@link #recap}, with numbers to choose by: those of {@link #answered}. */
    static String numbered(Turn turn) {
        return recap(turn, true);
    }

    /** What the recap lists, in its order. */
    static List<Question> answered(Turn turn) {
        return Arrays.stream(Question.values()).filter(turn.consultation()::has).toList();
    }

    private static String recap(Turn turn, boolean withNumbers) {
        var lines = new ArrayList<String>();
        for (var question : answered(turn)) {
            var mark = withNumbers ? lines.size() + 1 + ". " : "- ";
            lines.add(mark + turn.copy().words("field." + question.key()) + ": " + shown(turn, turn.copy(), question));
        }
        return lines.isEmpty() ? "-" : String.join("\n", lines);
    }

    /** An answer as people read it. */
    static String shown(Turn turn, CopyBook book, Question question) {
        var answer = turn.consultation().answer(question);
        if (answer == null) {
            return book.words("fallback.none");
        }
        var text = answer.text();
        if (text == null) {
            return book.words(answer.unknown() ? "word.ask" : "fallback.unknown");
        }
        return switch (question) {
            case COVERUP -> book.words(text.equals("yes") ? "word.yes" : "word.no");
            default -> ClientWords.quoted(text);
        };
    }

    private static String location(Turn turn, CopyBook book) {
        var location = Answers.location(
                turn.consultation().answer(Question.LOCATION_CITY),
                turn.consultation().answer(Question.LOCATION_COUNTRY));
        return location.text() == null ? book.words("fallback.unknown") : ClientWords.quoted(location.text());
    }

    private static String session(Turn turn) {
        var city = turn.lead().review().sessionCity();
        return city == null ? turn.settings().homeCity() : ClientWords.quoted(city);
    }

    private static String estimated(CopyBook book, Estimate estimate) {
        var values = new HashMap<>(Map.of(
                "category", estimate.category(),
                "deposit", Money.text(estimate.depositMinor(), estimate.currency()),
                "from", Money.text(estimate.priceFromMinor(), estimate.currency()),
                "to", Money.text(estimate.priceToMinor(), estimate.currency())));
        if (estimate.days() != null) {
            values.put("days", estimate.days().toPlainString());
        }
        return book.render(estimate.days() == null ? "artist.estimate" : "artist.estimate.days", "", values)
                .body();
    }

    private static String flags(Turn turn, CopyBook book, @Nullable Estimate estimate) {
        var flags = new ArrayList<String>();
        if (turn.consultation().text(Question.COMPLEXITY, "").equals("3")) {
            flags.add(book.words("flag.high-detail"));
        }
        if (isUnknown(turn.consultation().answer(Question.COMPLEXITY))) {
            flags.add(book.words("flag.complexity-asked"));
        }
        if (estimate != null && estimate.belowMinimum()) {
            flags.add(book.words("flag.below-minimum"));
        }
        if (turn.consultation().has(Question.LOCATION_CITY) && !Completion.knowsCountry(turn)) {
            flags.add(book.words("flag.unknown-country"));
        }
        return String.join("\n", flags);
    }

    private static boolean isUnknown(@Nullable Answer answer) {
        return answer != null && answer.unknown();
    }
}
