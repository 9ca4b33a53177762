package io.inkstream.ingress.whatsapp;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lenient reading of single fields: what is absent, null or of another type is absent. */
final class Fields {
    /** When WhatsApp began: nothing can have been sent before. */
    private static final long FIRST_SECOND = 1_230_768_000;
    /** How far Meta's clock may be ahead of ours. */
    private static final Duration AHEAD_MAX = Duration.ofMinutes(5);

    private static final int SECONDS_DIGITS_MAX = 11;
    private static final int PHONE_DIGITS_MAX = 20;
    private static final Pattern PUNCTUATION = Pattern.compile("[+\\s()-]");

    private Fields() {}

    /** A string, or a whole number as a string; absent when empty. */
    static @Nullable String text(@Nullable JsonNode node, String name) {
        var text = textOrEmpty(node, name);
        return text == null || text.isEmpty() ? null : text;
    }

    /** A string or whole number, which may be empty. */
    static @Nullable String textOrEmpty(@Nullable JsonNode node, String name) {
        var value = node == null ? null : node.get(name);
        if (value == null) {
            return null;
        }
        if (value.isString()) {
            return value.stringValue();
        }
        return value.isIntegralNumber() ? value.asString() : null;
    }

    static @Nullable JsonNode object(@Nullable JsonNode node, String name) {
        var value = node == null ? null : node.get(name);
        return value != null && value.isObject() ? value : null;
    }

    static @Nullable JsonNode array(@Nullable JsonNode node, String name) {
        var value = node == null ? null : node.get(name);
        return value != null && value.isArray() ? value : null;
    }

    static @Nullable Integer integer(@Nullable JsonNode node, String name) {
        var value = node == null ? null : node.get(name);
        return value != null && value.canConvertToInt() && value.isIntegralNumber() ? value.asInt() : null;
    }

    /** E.164 digits, however they were written: with +, spaces or dashes; absent when there are other characters. */
    static @Nullable String digits(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        if (isNumber(phone)) {
            return phone.length() <= PHONE_DIGITS_MAX ? phone : null; // how Meta writes it
        }
        var digits = PUNCTUATION.matcher(phone).replaceAll("");
        return isNumber(digits) && digits.length() <= PHONE_DIGITS_MAX ? digits : null;
    }

    /** Unix seconds, as string or number; absent when they are no time at which something can have been sent to us. */
    static @Nullable Instant timestamp(JsonNode node, Instant now) {
        var text = text(node, "timestamp");
        if (text == null || text.length() > SECONDS_DIGITS_MAX || !isNumber(text)) {
            return null;
        }
        var seconds = Long.parseLong(text);
        var instant = Instant.ofEpochSecond(seconds);
        return seconds < FIRST_SECOND || instant.isAfter(now.plus(AHEAD_MAX)) ? null : instant;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** The first error's code, of an element that carries errors. */
    static @Nullable Integer errorCode(JsonNode node) {
        return integer(firstError(node), "code");
    }

    static @Nullable JsonNode firstError(JsonNode node) {
        var errors = array(node, "errors");
        return errors == null || errors.isEmpty() ? null : errors.get(0);
    }
}
