package io.inkstream.conversation.understanding;

import io.inkstream.conversation.understanding.MoneyFigures.Figure;
import io.inkstream.conversation.understanding.Reading.NeedsConfirmation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an amount of money: "£1,200", "400-500", "1.5k", "600 (about $800)", "five hundred quid". */
public final class Amounts {
    /** Above 50,000.00 we ask back. */
    private static final long CONFIRM_ABOVE_MINOR = 50_000_00;

    private static final long ABSURD_MINOR = 10_000_000_00L;
    private static final Set<String> DEPOSIT = Set.of("deposit", "deposito", "depósito", "señal", "fianza");
    private static final int DEPOSIT_RANK = 5;
    private static final Phrases NO_FIGURE = PhraseFile.read("amounts").section("no-figure");

    private Amounts() {}

    /**
     * Reads an answer to the question about the budget.
     *
     * @param studioCurrency what an amount without a currency is in
     * @param floorMinor below this an amount without a currency is taken for something else
     */
    public static Reading<Amount> read(Utterance text, String studioCurrency, long floorMinor) {
        var tokens = text.tokens();
        var figures = MoneyFigures.in(tokens);
        var best = best(tokens, figures, studioCurrency, floorMinor);
        if (best == null) {
            return withoutFigure(text);
        }
        if (best.negative()) {
            return Reading.notUnderstood("negative");
        }
        var other = rangeEnd(tokens, figures, best);
        return judged(text, tokens, best, other, studioCurrency, floorMinor);
    }

    private static Reading<Amount> withoutFigure(Utterance text) {
        if (DontKnow.isSaidIn(text)) {
            return DontKnow.reading(text);
        }
        var open = NO_FIGURE.firstIn(text.words());
        return open == null ? Reading.notUnderstood("no-amount") : new Reading.Unsure<>("open-budget", open);
    }

    /** An amount mentioned in passing: only with its currency or the word budget. */
    public static @Nullable String mentionedIn(Utterance text, String studioCurrency, long floorMinor) {
        var tokens = text.tokens();
        var figures = MoneyFigures.in(tokens);
        var saysBudget = text.words().contains("budget") || text.words().contains("presupuesto");
        for (var figure : figures) {
            if (figure.currency() != null || saysBudget) {
                return read(text, studioCurrency, floorMinor) instanceof Reading.Understood<Amount> amount
                        ? amount.span()
                        : null;
            }
        }
        return null;
    }

    private static Reading<Amount> judged(
            Utterance text,
            List<Token> tokens,
            Figure figure,
            @Nullable Figure other,
            String studioCurrency,
            long floorMinor) {
        var otherIsLower = other != null && other.value().compareTo(figure.value()) < 0;
        var low = other != null && otherIsLower ? other : figure;
        var high = other == null || otherIsLower ? figure : other;
        var said = high.currency() != null ? high.currency() : low.currency();
        var minor = minor(high.value());
        if (minor <= 0 || minor > ABSURD_MINOR) {
            return Reading.notUnderstood(minor <= 0 ? "zero" : "absurd");
        }
        if (said == null && minor < floorMinor) {
            return Reading.notUnderstood("below-floor");
        }
        var from = other == null ? null : Long.valueOf(lowerEnd(minor(low.value()), minor));
        var amount = new Amount(minor, from, said == null ? studioCurrency : said, said != null);
        var rule = other == null ? "amount.one" : "amount.range";
        var span = span(text, tokens, figure, other);
        return minor > CONFIRM_ABOVE_MINOR
                ? new NeedsConfirmation<>(amount, rule, span, "unusually-high")
                : Reading.understood(amount, rule, span);
    }

    /** The studio's currency first, then no currency, then any other; of these what is no deposit, then the earliest. */
    private static @Nullable Figure best(
            List<Token> tokens, List<Figure> figures, String studioCurrency, long floorMinor) {
        Figure best = null;
        var bestRank = Integer.MAX_VALUE;
        for (var figure : figures) {
            var rank = rank(tokens, figure, studioCurrency, floorMinor);
            if (rank < bestRank) {
                best = figure;
                bestRank = rank;
            }
        }
        return best;
    }

    private static int rank(List<Token> tokens, Figure figure, String studioCurrency, long floorMinor) {
        var next = figure.next() < tokens.size() ? tokens.get(figure.next()).text() : "";
        var isPart = DEPOSIT.contains(next) ? DEPOSIT_RANK : 0;
        if (figure.currency() == null) {
            var isSmall = figure.value().movePointRight(2).longValue() < floorMinor;
            return isSmall ? 8 : 2 + isPart;
        }
        return (figure.currency().equals(studioCurrency) ? 0 : 4) + isPart;
    }

    private static @Nullable Figure rangeEnd(List<Token> tokens, List<Figure> figures, Figure figure) {
        var at = figures.indexOf(figure);
        if (at + 1 < figures.size() && MoneyFigures.isRange(tokens, figure, figures.get(at + 1))) {
            return figures.get(at + 1);
        }
        return at > 0 && MoneyFigures.isRange(tokens, figures.get(at - 1), figure) ? figures.get(at - 1) : null;
    }

    /** "2-3k" begins at two thousand, "3-400" at three hundred. */
    private static long lowerEnd(long low, long high) {
        var scale = high >= 1_000_00 ? 1_000 : 100;
        return low < 100_00 && low * scale < high && low * scale * 10 > high ? low * scale : low;
    }

    private static long minor(BigDecimal value) {
        return value.movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(Long.MAX_VALUE / 2))
                .longValue();
    }

    private static String span(Utterance text, List<Token> tokens, Figure figure, @Nullable Figure other) {
        var first = other == null ? figure.first() : Math.min(figure.first(), other.first());
        var next = other == null ? figure.next() : Math.max(figure.next(), other.next());
        var end = Math.min(tokens.get(next - 1).end(), text.clean().length());
        return text.clean().substring(Math.min(tokens.get(first).start(), end), end);
    }
}
