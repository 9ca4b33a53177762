package io.inkstream.conversation.understanding;

import io.inkstream.conversation.understanding.Reading.NeedsConfirmation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an amount of money: "£1,200", "400-500", "1.5k", "600 (about $800)", "five hundred quid". */
public final class Amounts {
    /** Above 50,000.00 we ask back. */
    private static final long CONFIRM_ABOVE_MINOR = 50_000_00;

    private static final long ABSURD_MINOR = 10_000_000_00L;
    private static final int PHONE_DIGITS_MIN = 7;

    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("£", "GBP"),
            Map.entry("gbp", "GBP"),
            Map.entry("pound", "GBP"),
            Map.entry("pounds", "GBP"),
            Map.entry("quid", "GBP"),
            Map.entry("libras", "GBP"),
            Map.entry("€", "EUR"),
            Map.entry("eur", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("$", "USD"),
            Map.entry("usd", "USD"),
            Map.entry("dollar", "USD"),
            Map.entry("dollars", "USD"),
            Map.entry("dolares", "USD"),
            Map.entry("chf", "CHF"),
            Map.entry("franc", "CHF"),
            Map.entry("francs", "CHF"),
            Map.entry("sek", "SEK"),
            Map.entry("nok", "NOK"),
            Map.entry("dkk", "DKK"),
            Map.entry("pln", "PLN"),
            Map.entry("czk", "CZK"),
            Map.entry("aud", "AUD"),
            Map.entry("cad", "CAD"));

    /** What follows a number that counts something else: time, sizes, things, people. */
    private static final Set<String> NOT_MONEY = Set.of(
            "week",
            "weeks",
            "month",
            "months",
            "day",
            "days",
            "year",
            "years",
            "hour",
            "hours",
            "h",
            "yo",
            "am",
            "pm",
            "cm",
            "cms",
            "mm",
            "m",
            "in",
            "inch",
            "inches",
            "x",
            "by",
            "tattoo",
            "tattoos",
            "pieces",
            "people",
            "roses",
            "session",
            "sessions",
            "semanas",
            "meses",
            "dias",
            "percent",
            "%",
            "st",
            "nd",
            "rd",
            "th");

    private static final Set<String> RANGE_JOINERS = Set.of("-", "to", "and", "or", "a", "y", "/");

    private Amounts() {}

    /** A money-like figure and the tokens [first, next) that it took. */
    private record Figure(BigDecimal value, @Nullable String currency, boolean negative, int first, int next) {}

    /**
     * Reads an answer to the question about the budget.
     *
     * @param studioCurrency what an amount without a currency is in
     * @param floorMinor below this an amount without a currency is taken for something else
     */
    public static Reading<Amount> read(Utterance text, String studioCurrency, long floorMinor) {
        var tokens = Token.of(text);
        var figures = figures(tokens);
        var best = best(figures, studioCurrency);
        if (best == null) {
            return DontKnow.isSaidIn(text) ? DontKnow.reading(text) : Reading.notUnderstood("no-amount");
        }
        if (best.negative()) {
            return Reading.notUnderstood("negative");
        }
        var other = rangeEnd(tokens, figures, best);
        return judged(text, tokens, best, other, studioCurrency, floorMinor);
    }

    /** An amount mentioned in passing: only with its currency or the word budget. */
    public static @Nullable String mentionedIn(Utterance text, String studioCurrency, long floorMinor) {
        var tokens = Token.of(text);
        var figures = figures(tokens);
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
        var from = other == null ? null : Long.valueOf(minor(low.value()));
        var amount = new Amount(minor, from, said == null ? studioCurrency : said, said != null);
        var rule = other == null ? "amount.one" : "amount.range";
        var span = span(text, tokens, figure, other);
        return minor > CONFIRM_ABOVE_MINOR
                ? new NeedsConfirmation<>(amount, rule, span, "unusually-high")
                : Reading.understood(amount, rule, span);
    }

    /** The studio's currency first, then no currency, then any other; the earliest of these. */
    private static @Nullable Figure best(List<Figure> figures, String studioCurrency) {
        Figure best = null;
        for (var figure : figures) {
            if (best == null || rank(figure, studioCurrency) < rank(best, studioCurrency)) {
                best = figure;
            }
        }
        return best;
    }

    private static int rank(Figure figure, String studioCurrency) {
        if (figure.currency() == null) {
            return 1;
        }
        return figure.currency().equals(studioCurrency) ? 0 : 2;
    }

    private static @Nullable Figure rangeEnd(List<Token> tokens, List<Figure> figures, Figure figure) {
        var at = figures.indexOf(figure);
        if (at + 1 < figures.size() && isJoined(tokens, figure, figures.get(at + 1))) {
            return figures.get(at + 1);
        }
        return at > 0 && isJoined(tokens, figures.get(at - 1), figure) ? figures.get(at - 1) : null;
    }

    private static boolean isJoined(List<Token> tokens, Figure first, Figure second) {
        return second.first() - first.next() == 1
                && RANGE_JOINERS.contains(tokens.get(first.next()).text());
    }

    private static List<Figure> figures(List<Token> tokens) {
        var figures = new ArrayList<Figure>();
        var at = 0;
        while (at < tokens.size()) {
            var figure = figureAt(
                    tokens, at, figures.isEmpty() ? -1 : figures.getLast().next());
            if (figure == null) {
                at++;
            } else {
                figures.add(figure);
                at = figure.next();
            }
        }
        return figures;
    }

    private static @Nullable Figure figureAt(List<Token> tokens, int at, int previousEnd) {
        var token = tokens.get(at);
        var value = token.isNumber() ? Figures.amount(token.text()) : worded(token);
        if (value == null) {
            return null;
        }
        var next = at + 1;
        if (token.isNumber() && next < tokens.size() && isThousandsGroup(token, tokens.get(next))) {
            value = value.multiply(BigDecimal.valueOf(1_000))
                    .add(new BigDecimal(tokens.get(next).text()));
            next++;
        }
        for (var scale = scaleAt(tokens, next); scale != null; scale = scaleAt(tokens, ++next)) {
            value = value.multiply(BigDecimal.valueOf(scale));
        }
        var after = next < tokens.size() ? CURRENCIES.get(tokens.get(next).text()) : null;
        var before = currencyBefore(tokens, at);
        if (after == null && before == null && isSomethingElse(tokens, at, next)) {
            return null;
        }
        return new Figure(
                value,
                before != null ? before : after,
                isNegative(tokens, at, previousEnd),
                before != null ? at - 1 : at,
                after != null ? next + 1 : next);
    }

    private static @Nullable Integer scaleAt(List<Token> tokens, int at) {
        return at < tokens.size() ? NumberWords.scale(tokens.get(at).text()) : null;
    }

    private static @Nullable BigDecimal worded(Token token) {
        if (token.kind() != Token.Kind.WORD) {
            return null;
        }
        var value = NumberWords.value(token.text());
        return value == null || value < 2 ? null : BigDecimal.valueOf(value);
    }

    private static boolean isThousandsGroup(Token number, Token next) {
        return next.isNumber()
                && next.text().length() == 3
                && number.text().length() <= 3
                && next.start() - number.end() == 1
                && next.text().chars().allMatch(Character::isDigit);
    }

    private static @Nullable String currencyBefore(List<Token> tokens, int at) {
        return at > 0 ? CURRENCIES.get(tokens.get(at - 1).text()) : null;
    }

    private static boolean isSomethingElse(List<Token> tokens, int at, int next) {
        var token = tokens.get(at);
        if (token.isNumber()
                && token.text().length() >= PHONE_DIGITS_MIN
                && token.text().chars().allMatch(Character::isDigit)) {
            return true;
        }
        return (next < tokens.size() && NOT_MONEY.contains(tokens.get(next).text()))
                || (at > 0 && (tokens.get(at - 1).is("x") || tokens.get(at - 1).is("by")));
    }

    /** A minus that joins no range: "-400", "£-400". */
    private static boolean isNegative(List<Token> tokens, int at, int previousEnd) {
        return at > 0
                && tokens.get(at - 1).is("-")
                && tokens.get(at).glued()
                && previousEnd != at - 1
                && (at < 2
                        || tokens.get(at - 2).kind() == Token.Kind.SYMBOL
                        || !tokens.get(at - 1).glued());
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
