package io.inkstream.admin.leads;

import io.inkstream.schemas.lead.Answer;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An answer's value in words: the part that its question is about. */
final class AnswerText {
    private AnswerText() {}

    static String of(Answer answer) {
        if (answer.unknown()) {
            return "does not know";
        }
        if (answer.widthCm() != null && answer.heightCm() != null) {
            return plain(answer.widthCm()) + " x " + plain(answer.heightCm()) + " cm";
        }
        if (answer.amountMinor() != null) {
            var to = money(answer.amountMinor(), answer.currency());
            return answer.amountFromMinor() == null
                    ? to
                    : money(answer.amountFromMinor(), answer.currency()) + " to " + to;
        }
        if (answer.text() != null) {
            return answer.text();
        }
        var place = Stream.of(answer.city(), answer.country(), answer.sizeClass(), answer.suggested())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return place.isEmpty() ? "no value" : place;
    }

    /** Minor units as people write them: 50000 and GBP give {@code 500.00 GBP}. */
    static String money(long minor, @Nullable String currency) {
        return BigDecimal.valueOf(minor, digits(currency)).toPlainString() + (currency == null ? "" : " " + currency);
    }

    private static int digits(@Nullable String currency) {
        if (currency == null) {
            return 2;
        }
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            return 2; // no currency of this world: show it like most
        }
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
