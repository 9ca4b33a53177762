package io.inkstream.conversation.understanding;

import org.jspecify.annotations.Nullable;

/**
 * An amount of money in minor units of {@code currency}; of a range the upper end, with the lower in {@code fromMinor}.
 *
 * @param currencySaid whether the client named a currency
 */
public record Amount(long minor, @Nullable Long fromMinor, String currency, boolean currencySaid) {}
