package io.inkstream.conversation.streams.topology;

import io.inkstream.schemas.config.StudioConfig;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether published settings can be decided with. JSON may lack anything, whatever the record's types promise. */
public final class SettingsCheck {
    private SettingsCheck() {}

    /** What is wrong with these settings under this record key, in plain words; null when they are good. */
    public static @Nullable String problem(String key, StudioConfig settings) {
        if (isBlank(settings.studio()) || settings.configVersion() < 1) {
            return "studio and configVersion are required";
        }
        if (!key.equals(settings.studio()) && !key.equals(settings.versionedKey())) {
            return "the record key names another studio or version";
        }
        if (isBlank(settings.name()) || isBlank(settings.phoneNumberId())) {
            return "name and phoneNumberId are required";
        }
        if (isAbsent(settings.artist())
                || !ConversationKey.isPhone(orEmpty(settings.artist().whatsapp()))) {
            return "the artist's WhatsApp number is required, in digits";
        }
        if (isAbsent(settings.timings()) || isAbsent(settings.switches())) {
            return "timings and switches are required";
        }
        if (isBlank(settings.locale())
                || Locale.forLanguageTag(settings.locale()).getLanguage().isEmpty()) {
            return "locale is no BCP 47 tag";
        }
        if (!isZone(settings.zone())) {
            return "zone is no time zone";
        }
        return isCurrency(settings.currency()) ? null : "currency is no ISO 4217 code";
    }

    private static boolean isZone(@Nullable String zone) {
        try {
            return zone != null && !ZoneId.of(zone).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isCurrency(@Nullable String currency) {
        try {
            return currency != null
                    && !Currency.getInstance(currency).getCurrencyCode().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isAbsent(@Nullable Object value) {
        return value == null;
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
