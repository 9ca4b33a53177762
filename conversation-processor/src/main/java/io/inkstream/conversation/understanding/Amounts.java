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
            Map.entry("sterling", "GBP"),
            Map.entry("squid", "GBP"),
            Map.entry("€", "EUR"),
            Map.entry("eur", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("$", "USD"),
            Map.entry("usd", "USD"),
            Map.entry("dollar", "USD"),
            Map.entry("dollars", "USD"),
            Map.entry("dolares", "USD"),
            Map.entry("bucks", "USD"),
            Map.entry("chf", "CHF"),
            Map.entry("franc", "CHF"),
            Map.entry("francs", "CHF"),
            Map.entry("sek", "SEK"),
            Map.entry("kr", "SEK"),
            Map.entry("kronor", "SEK"),
            Map.entry("¥", "JPY"),
            Map.entry("yen", "JPY"),
            Map.entry("₹", "INR"),
            Map.entry("rupees", "INR"),
            Map.entry("zł", "PLN"),
            Map.entry("zloty", "PLN"),
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

    /** Slang for an amount in pounds. */
    private static final Map<String, Integer> POUNDS =
            Map.of("fiver", 5, "tenner", 10, "pony", 25, "ton", 100, "monkey", 500, "grand", 1_000);

    private static final Set<String> ARTICLES = Set.of("a", "an", "one", "un");
    private static final Phrases NO_FIGURE = PhraseFile.read("amounts").section("no-figure");
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
        var isPart = next.equals("deposit") || next.equals("deposito") ? 1 : 0;
        if (figure.currency() == null) {
            var isSmall = figure.value().movePointRight(2).longValue() < floorMinor;
            return isSmall ? 8 : 2 + isPart;
        }
        return (figure.currency().equals(studioCurrency) ? 0 : 4) + isPart;
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

    /** "2-3k" begins at two thousand, "3-400" at three hundred. */
    private static long lowerEnd(long low, long high) {
        var scale = high >= 1_000_00 ? 1_000 : 100;
        return low < 100_00 && low * scale < high && low * scale * 10 > high ? low * scale : low;
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
        var slang = slang(tokens, at);
        if (slang != null) {
            return slang;
        }
        var number = numberAt(tokens, at);
        if (number == null) {
            return null;
        }
        var next = number.next();
        var after = next < tokens.size() ? CURRENCIES.get(tokens.get(next).text()) : null;
        var before = currencyBefore(tokens, at);
        if (after == null && before == null && isSomethingElse(tokens, at, next)) {
            return null;
        }
        return new Figure(
                number.value(),
                before != null ? before : after,
                isNegative(tokens, at, previousEnd),
                before != null ? at - 1 : at,
                after != null ? next + 1 : next);
    }

    /** "a fiver", "half a grand", "two ton". */
    private static @Nullable Figure slang(List<Token> tokens, int at) {
        var isHalf = tokens.get(at).is("half")
                && at + 2 < tokens.size()
                && tokens.get(at + 1).is("a");
        var isCouple = at + 1 < tokens.size() && tokens.get(at).is("couple");
        var start = isHalf ? at + 2 : isCouple ? at + (tokens.get(at + 1).is("of") ? 2 : 1) : at + 1;
        if (!(isHalf || isCouple || ARTICLES.contains(tokens.get(at).text())) || start >= tokens.size()) {
            return null;
        }
        var word = tokens.get(start).text();
        var scale = NumberWords.scale(word);
        var value = POUNDS.containsKey(word) ? POUNDS.get(word) : (isHalf || isCouple) ? scale : null;
        if (value == null) {
            return null;
        }
        var end = start + 1;
        var half = BigDecimal.valueOf(value).multiply(new BigDecimal("0.5"));
        var amount = isHalf ? half : BigDecimal.valueOf(isCouple ? 2L * value : value);
        if (end + 2 < tokens.size()
                && tokens.get(end).is("and")
                && tokens.get(end + 1).is("a")
                && tokens.get(end + 2).is("half")) {
            amount = amount.add(half);
            end += 3;
        }
        var said = end < tokens.size() ? CURRENCIES.get(tokens.get(end).text()) : null;
        var currency = said == null && word.length() > 3 && POUNDS.containsKey(word) && scale == null ? "GBP" : said;
        return new Figure(amount, currency, false, at, said == null ? end : end + 1);
    }

    /** In digits, with groups and scales, or in words; one alone is no amount. */
    private static @Nullable SpokenNumber numberAt(List<Token> tokens, int at) {
        var token = tokens.get(at);
        if (!token.isNumber()) {
            var spoken = token.kind() == Token.Kind.WORD ? SpokenNumber.at(tokens, at) : null;
            return spoken == null || spoken.value().compareTo(BigDecimal.ONE) <= 0 ? null : scaled(tokens, spoken);
        }
        var value = Figures.amount(token.text());
        if (value == null) {
            return null;
        }
        var next = at + 1;
        if (next < tokens.size() && isThousandsGroup(token, tokens.get(next))) {
            value = value.multiply(BigDecimal.valueOf(1_000))
                    .add(new BigDecimal(tokens.get(next).text()));
            next++;
        }
        return scaled(tokens, new SpokenNumber(value, next));
    }

    private static SpokenNumber scaled(List<Token> tokens, SpokenNumber number) {
        var value = number.value();
        var next = number.next();
        for (var scale = scaleAt(tokens, next); scale != null; scale = scaleAt(tokens, ++next)) {
            value = value.multiply(BigDecimal.valueOf(scale));
        }
        return new SpokenNumber(value, next);
    }

    private static @Nullable Integer scaleAt(List<Token> tokens, int at) {
        return at < tokens.size() ? NumberWords.scale(tokens.get(at).text()) : null;
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
        var text = tokens.get(at).text();
        var isPlain = tokens.get(at).isNumber() && text.chars().allMatch(Character::isDigit);
        if (isPlain && (text.length() >= PHONE_DIGITS_MIN || (text.length() > 3 && text.charAt(0) == '0'))) {
            return true;
        }
        var isPhonesEnd = at > 0
                && tokens.get(at - 1).isNumber()
                && tokens.get(at - 1).text().charAt(0) == '0';
        return isPhonesEnd
                || (next < tokens.size() && NOT_MONEY.contains(tokens.get(next).text()))
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
