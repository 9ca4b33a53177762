package io.inkstream.simulator.stripe;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What Stripe accepts when a checkout session is created. */
final class SessionRules {
    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int REFERENCE = 200;
    private static final int METADATA_KEYS = 50;
    private static final int METADATA_KEY = 40;
    private static final int METADATA_VALUE = 500;
    private static final int LINE_ITEMS = 100;
    private static final int SMALLEST_PENCE = 30;
    private static final int SMALLEST_OTHER = 50;
    private static final Set<String> KNOWN = Set.of(
            "mode",
            "line_items",
            "client_reference_id",
            "metadata",
            "payment_intent_data",
            "expires_at",
            "success_url",
            "cancel_url",
            "return_url",
            "ui_mode",
            "submit_type",
            "payment_method_types",
            "customer",
            "customer_email",
            "customer_creation",
            "locale",
            "adaptive_pricing",
            "custom_text",
            "custom_fields",
            "consent_collection",
            "phone_number_collection",
            "billing_address_collection",
            "allow_promotion_codes",
            "currency",
            "expand");

    private SessionRules() {}

    static Optional<StripeError> check(StripeForm form, Instant now) {
        var unknown =
                form.topNames().stream().filter(name -> !KNOWN.contains(name)).findFirst();
        if (unknown.isPresent()) {
            return Optional.of(StripeError.invalid(
                    "parameter_unknown", "Received unknown parameter: " + unknown.get(), unknown.get()));
        }
        for (var required : new String[] {"mode", "success_url"}) {
            if (form.text(required).isEmpty()) {
                return Optional.of(missing(required));
            }
        }
        if (!form.text("mode").orElseThrow().equals("payment")) {
            return Optional.of(
                    StripeError.invalid(null, "Invalid mode: must be one of payment, setup, or subscription", "mode"));
        }
        return checkUrls(form)
                .or(() -> checkItems(form))
                .or(() -> checkExpiry(form, now))
                .or(() -> checkReference(form));
    }

    private static Optional<StripeError> checkUrls(StripeForm form) {
        for (var name : new String[] {"success_url", "cancel_url"}) {
            var url = form.text(name).map(text -> text.replace("{CHECKOUT_SESSION_ID}", "id"));
            if (url.isPresent() && !isUrl(url.get())) {
                return Optional.of(StripeError.invalid("url_invalid", "Not a valid URL", name));
            }
        }
        return Optional.empty();
    }

    private static Optional<StripeError> checkItems(StripeForm form) {
        if (!form.topNames().contains("line_items")) {
            return Optional.of(missing("line_items"));
        }
        var total = 0L;
        for (var index = 0; index < LINE_ITEMS && hasItem(form, index); index++) {
            var item = "line_items[" + index + "]";
            var price = item + "[price_data]";
            for (var required :
                    new String[] {price + "[currency]", price + "[unit_amount]", price + "[product_data][name]"}) {
                if (form.text(required).isEmpty()) {
                    return Optional.of(missing(required));
                }
            }
            var amount = form.number(price + "[unit_amount]");
            var quantity = form.number(item + "[quantity]");
            if (amount.isEmpty() || amount.getAsLong() < 0) {
                return Optional.of(notAnInteger(price + "[unit_amount]"));
            }
            if (quantity.isEmpty() || quantity.getAsLong() < 1) {
                return Optional.of(notAnInteger(item + "[quantity]"));
            }
            total += amount.getAsLong() * quantity.getAsLong();
        }
        return checkTotal(form, total);
    }

    private static Optional<StripeError> checkTotal(StripeForm form, long total) {
        var pence = form.text("line_items[0][price_data][currency]").orElse("").equals("gbp");
        if (total < (pence ? SMALLEST_PENCE : SMALLEST_OTHER)) {
            return Optional.of(StripeError.invalid(
                    "amount_too_small",
                    "The Checkout Session's total amount due must add up to at least "
                            + (pence ? "£0.30 gbp" : "$0.50 usd"),
                    null));
        }
        return Optional.empty();
    }

    private static Optional<StripeError> checkExpiry(StripeForm form, Instant now) {
        if (!form.has("expires_at")) {
            return Optional.empty();
        }
        var seconds = form.number("expires_at");
        if (seconds.isEmpty()) {
            return Optional.of(notAnInteger("expires_at"));
        }
        var left = Duration.between(now, Instant.ofEpochSecond(seconds.getAsLong()));
        if (left.compareTo(SHORTEST.minusSeconds(1)) < 0) { // whole seconds: now's fraction is the client's
            return Optional.of(
                    expiry("The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation."));
        }
        if (left.compareTo(LONGEST) > 0) {
            return Optional.of(
                    expiry("The `expires_at` timestamp must be less than 24 hours from Checkout Session creation."));
        }
        return Optional.empty();
    }

    private static Optional<StripeError> checkReference(StripeForm form) {
        if (form.text("client_reference_id").orElse("").length() > REFERENCE) {
            return Optional.of(StripeError.invalid(
                    "parameter_invalid",
                    "Invalid string: client_reference_id must be at most " + REFERENCE + " characters",
                    "client_reference_id"));
        }
        return checkMetadata(form, "metadata").or(() -> checkMetadata(form, "payment_intent_data[metadata]"));
    }

    static Optional<StripeError> checkMetadata(StripeForm form, String name) {
        var metadata = form.under(name);
        var fits = metadata.size() <= METADATA_KEYS
                && metadata.entrySet().stream()
                        .allMatch(entry -> entry.getKey().length() <= METADATA_KEY
                                && entry.getValue().length() <= METADATA_VALUE);
        return fits
                ? Optional.empty()
                : Optional.of(StripeError.invalid(
                        "parameter_invalid",
                        "Metadata can have up to 50 keys of 40 characters with values of 500 characters",
                        name));
    }

    private static boolean hasItem(StripeForm form, int index) {
        return form.has("line_items[" + index + "][price_data][currency]")
                || form.has("line_items[" + index + "][quantity]");
    }

    private static boolean isUrl(String text) {
        try {
            var url = URI.create(text);
            return ("https".equals(url.getScheme()) || "http".equals(url.getScheme())) && url.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static StripeError missing(String name) {
        return StripeError.invalid("parameter_missing", "Missing required param: " + name + ".", name);
    }

    private static StripeError notAnInteger(String name) {
        return StripeError.invalid("parameter_invalid_integer", "Invalid integer: " + name, name);
    }

    private static StripeError expiry(String message) {
        return StripeError.invalid("parameter_invalid_integer", message, "expires_at");
    }
}
