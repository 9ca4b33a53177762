package io.inkstream.conversation.estimate;

import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.lead.Estimate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Size class, days, deposit and internal price range of a piece. Money in minor units of the studio's currency. */
public final class Estimator {
    /** Grows with every change of the rules or thresholds below. */
    public static final String RULES_VERSION = "1";

    private static final double DAYS_MIN = 1.0;
    private static final double DAYS_MAX = 4.0;
    private static final double DAYS_PER_HARDSHIP = 0.5;
    private static final String REGION_FALLBACK = "UK";

    private Estimator() {}

    /**
     * @param budgetMinor the client's budget in the studio's currency; absent when unknown
     * @param region of the city of the session
     */
    public static Estimate estimate(Piece piece, @Nullable Long budgetMinor, String region, StudioConfig settings) {
        var terms = settings.regions().getOrDefault(region, settings.regions().get(REGION_FALLBACK));
        if (terms == null) {
            terms = new StudioConfig.RegionTerms(0, 0);
        }
        var sizeClass = sizeClass(piece);
        var days = sizeClass == SizeClass.XL ? BigDecimal.valueOf(days(piece)) : null;
        var hours = settings.estimateHours()
                .getOrDefault(sizeClass.name(), new StudioConfig.Hours(BigDecimal.ZERO, BigDecimal.ZERO));
        return new Estimate(
                sizeClass.name(),
                times(settings.depositTiersMinor().getOrDefault(sizeClass.name(), 0L), days),
                days,
                terms.minBudgetMinor(),
                budgetMinor != null && budgetMinor < terms.minBudgetMinor(),
                price(hours.from(), terms.hourlyRateMinor(), days),
                price(hours.to(), terms.hourlyRateMinor(), days),
                settings.currency(),
                region,
                RULES_VERSION);
    }

    /** By area, or by what is known without one; then one class up per hardship. */
    public static SizeClass sizeClass(Piece piece) {
        if (piece.xlBySaying() && !piece.sizeKnown()) {
            return SizeClass.XL;
        }
        var sizeClass =
                piece.areaCm2() != null && piece.sizeKnown() ? SizeClass.ofArea(piece.areaCm2()) : ofUnknownSize(piece);
        for (int i = 0; i < piece.hardships(); i++) {
            sizeClass = sizeClass.bumped();
        }
        return sizeClass;
    }

    private static SizeClass ofUnknownSize(Piece piece) {
        if (piece.complexity() == 3 || piece.coverUp()) {
            return SizeClass.LARGE;
        }
        return piece.complexity() == 2 ? SizeClass.MEDIUM : SizeClass.SMALL;
    }

    /** Days of an XL piece, in halves, from 1 to 4. */
    public static double days(Piece piece) {
        var days =
                piece.areaCm2() != null && piece.sizeKnown() ? daysOfArea(piece.areaCm2()) : daysOfUnknownSize(piece);
        var hard = days + DAYS_PER_HARDSHIP * piece.hardships();
        return Math.clamp(Math.round(hard * 2) / 2.0, DAYS_MIN, DAYS_MAX);
    }

    private static double daysOfArea(double cm2) {
        if (cm2 < 350) {
            return 1.5;
        }
        if (cm2 < 500) {
            return 2.0;
        }
        return cm2 < 700 ? 2.5 : 3.0;
    }

    private static double daysOfUnknownSize(Piece piece) {
        if (piece.complexity() == 3 || piece.coverUp()) {
            return 2.5;
        }
        return piece.complexity() == 2 ? 2.0 : 1.5;
    }

    private static long price(BigDecimal hours, long hourlyRateMinor, @Nullable BigDecimal days) {
        var price = hours.multiply(BigDecimal.valueOf(hourlyRateMinor));
        return (days == null ? price : price.multiply(days))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
    }

    private static long times(long minor, @Nullable BigDecimal days) {
        return days == null
                ? minor
                : days.multiply(BigDecimal.valueOf(minor))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValue();
    }
}
