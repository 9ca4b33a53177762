package io.inkstream.schemas.lead;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The estimate of a finished consultation; money in minor units of {@code currency}.
 *
 * @param category SMALL, MEDIUM, LARGE or XL
 * @param days in halves, XL only
 * @param priceFromMinor internal range, never shown to a client before approval
 * @param rulesVersion the version of the estimate's rules and figures
 */
public record Estimate(
        String category,
        long depositMinor,
        @Nullable BigDecimal days,
        long minBudgetMinor,
        boolean belowMinimum,
        long priceFromMinor,
        long priceToMinor,
        String currency,
        String region,
        String rulesVersion) {}
