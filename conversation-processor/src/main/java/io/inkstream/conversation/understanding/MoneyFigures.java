package io.inkstream.conversation.understanding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the figures of a text that may be money: digits or words, with scales, slang and currencies. */
final class MoneyFigures {
    private static final PhraseFile WORDS = PhraseFile.read("amounts");

    /** What follows a number that counts something else: time, sizes, things, people. */
    private static final Set<String> NOT_MONEY = WORDS.words("not-money");

    private static final Set<String> ARTICLES = Set.of("a", "an", "one", "un");
    private static final Set<String> SIZE_JOINERS = Set.of("x", "by", "por");
    private static final Set<String> RANGE_JOINERS =
            Set.of("-", "to", "and", "or", "a", "y", "o", "u", "/", "until", "hasta");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TWENTY = BigDecimal.valueOf(20);
    private static final int PHONE_DIGITS_MIN = 7;
    private static final int PHONE_GROUPS_MAX = 5;

    /** Slang for an amount in pounds. */
    private static final Map<String, Integer> POUNDS =
            Map.of("fiver", 5, "tenner", 10, "pony", 25, "ton", 100, "monkey", 500, "grand", 1_000);

    /** A money-like figure and the tokens [first, next) that it took. */
    record Figure(BigDecimal value, @Nullable String currency, boolean negative, int first, int next) {}

    private MoneyFigures() {}

    static List<Figure> in(List<Token> tokens) {
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

    /** "400-600", "400 to 600", "400 up to 600". */
    static boolean isRange(List<Token> tokens, Figure first, Figure second) {
        var between = second.first() - first.next();
        var joiner = between > 0 ? tokens.get(second.first() - 1) : null;
        return joiner != null
                && RANGE_JOINERS.contains(joiner.text())
                && (between == 1 || (between == 2 && tokens.get(first.next()).is("up")));
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
        var next = is(tokens, number.next(), "us") ? number.next() + 1 : number.next(); // "350 US dollars"
        var after = next < tokens.size() ? Currencies.code(tokens.get(next).text()) : null;
        var before = at > 0 ? Currencies.code(tokens.get(at - 1).text()) : null;
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

    /** "A fiver", "half a grand", "a couple of hundred", "a grand and a half". */
    private static @Nullable Figure slang(List<Token> tokens, int at) {
        var isHalf = tokens.get(at).is("half") && is(tokens, at + 1, "a");
        var isCouple = tokens.get(at).is("couple");
        if (!isHalf && !isCouple && !ARTICLES.contains(tokens.get(at).text())) {
            return null;
        }
        var start = at + (isHalf || is(tokens, at + 1, "of") ? 2 : 1);
        if (start >= tokens.size()) {
            return null;
        }
        var word = tokens.get(start).text();
        var value = POUNDS.containsKey(word) ? POUNDS.get(word) : isHalf || isCouple ? NumberWords.scale(word) : null;
        if (value == null) {
            return null;
        }
        var whole = BigDecimal.valueOf(value);
        var amount = isHalf ? whole.multiply(HALF) : isCouple ? whole.add(whole) : whole;
        var end = start + 1;
        if (is(tokens, end, "and") && is(tokens, end + 1, "a") && is(tokens, end + 2, "half")) {
            amount = amount.add(whole.multiply(HALF));
            end += 3;
        }
        var said = end < tokens.size() ? Currencies.code(tokens.get(end).text()) : null;
        var isPounds = said == null && NumberWords.scale(word) == null;
        return new Figure(amount, isPounds ? "GBP" : said, false, at, said == null ? end : end + 1);
    }

    /** In digits, with groups and scales, or in words; one alone is no amount, but may begin a range. */
    private static @Nullable SpokenNumber numberAt(List<Token> tokens, int at) {
        return tokens.get(at).isNumber() ? written(tokens, at) : spoken(tokens, at);
    }

    private static @Nullable SpokenNumber written(List<Token> tokens, int at) {
        var token = tokens.get(at);
        var value = Figures.amount(token.text());
        if (value == null) {
            return null;
        }
        if (isDecimalPoint(tokens, at - 1)) {
            value = value.movePointLeft(token.text().length()); // ".5k"
        }
        var next = at + 1;
        if (next < tokens.size() && isThousandsGroup(token, tokens.get(next))) {
            value = value.multiply(BigDecimal.valueOf(1_000))
                    .add(new BigDecimal(tokens.get(next).text()));
            next++;
        }
        return scaled(tokens, new SpokenNumber(value, next));
    }

    private static boolean isDecimalPoint(List<Token> tokens, int at) {
        return at >= 0
                && tokens.get(at).is(".")
                && tokens.get(at + 1).glued()
                && (at == 0 || !tokens.get(at).glued() || Currencies.isCurrency(tokens.get(at - 1)));
    }

    private static @Nullable SpokenNumber spoken(List<Token> tokens, int at) {
        var spoken = tokens.get(at).kind() == Token.Kind.WORD ? SpokenNumber.at(tokens, at) : null;
        if (spoken == null) {
            return null;
        }
        var hundreds = withTens(tokens, spoken);
        if (hundreds != null) {
            return hundreds;
        }
        var isOne = spoken.value().compareTo(BigDecimal.ONE) <= 0;
        var beginsRange = spoken.next() < tokens.size()
                && RANGE_JOINERS.contains(tokens.get(spoken.next()).text());
        return isOne && !beginsRange ? null : scaled(tokens, spoken);
    }

    /** "Five fifty" is 550, "twelve fifty" 1,250. */
    private static @Nullable SpokenNumber withTens(List<Token> tokens, SpokenNumber first) {
        var hyphen = is(tokens, first.next(), "-") && tokens.get(first.next()).glued() ? 1 : 0;
        var at = first.next() + hyphen;
        var tens = at < tokens.size() ? NumberWords.value(tokens.get(at).text()) : null;
        return tens != null
                        && tens >= 20
                        && tens < 100
                        && tens % 10 == 0
                        && first.value().compareTo(TWENTY) < 0
                ? new SpokenNumber(first.value().multiply(HUNDRED).add(BigDecimal.valueOf(tens)), at + 1)
                : null;
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

    private static boolean isSomethingElse(List<Token> tokens, int at, int next) {
        if (isPartOfPhone(tokens, at)
                || (at > 0 && SIZE_JOINERS.contains(tokens.get(at - 1).text()))) {
            return true;
        }
        if (next >= tokens.size()) {
            return false;
        }
        var after = tokens.get(next);
        return NOT_MONEY.contains(after.text())
                || (SIZE_JOINERS.contains(after.text()) && next + 1 < tokens.size() && isFigure(tokens.get(next + 1)));
    }

    private static boolean isFigure(Token token) {
        return token.isNumber() || NumberWords.value(token.text()) != null;
    }

    /** "07700 900123", "+44 7700 900123". */
    private static boolean isPartOfPhone(List<Token> tokens, int at) {
        var first = at;
        while (first > 0
                && at - first < PHONE_GROUPS_MAX
                && tokens.get(first - 1).isNumber()) {
            first--;
        }
        var text = tokens.get(first).text();
        var isPlain = text.chars().allMatch(Character::isDigit);
        return isPlain
                && (text.length() >= PHONE_DIGITS_MIN
                        || (text.length() > 3 && text.charAt(0) == '0')
                        || (first > 0 && tokens.get(first - 1).is("+")));
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

    private static boolean is(List<Token> tokens, int at, String word) {
        return at < tokens.size() && tokens.get(at).is(word);
    }
}
