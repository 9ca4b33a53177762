package io.inkstream.conversation.streams.topology;

import io.inkstream.schemas.config.StudioConfig;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether published settings, which are complete once they could be read, can be decided with. */
public final class SettingsCheck {
    private SettingsCheck() {}

    /** What is wrong with these settings under this record key, in plain words; null when they are good. */
    public static @Nullable String problem(String key, StudioConfig settings) {
        if (settings.studio().isBlank() || settings.configVersion() < 1) {
            return "studio and configVersion are required";
        }
        if (!key.equals(settings.studio()) && !key.equals(settings.versionedKey())) {
            return "the record key names another studio or version";
        }
        if (settings.name().isBlank() || settings.phoneNumberId().isBlank()) {
            return "name and phoneNumberId are required";
        }
        if (!ConversationKey.isPhone(settings.artist().whatsapp())) {
            return "the artist's WhatsApp number is required, in digits";
        }
        if (Locale.forLanguageTag(settings.locale()).getLanguage().isEmpty()) {
            return "locale is no BCP 47 tag";
        }
        if (!isZone(settings.zone())) {
            return "zone is no time zone";
        }
        return isCurrency(settings.currency()) ? null : "currency is no ISO 4217 code";
    }

    private static boolean isZone(String zone) {
        try {
            return !ZoneId.of(zone).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isCurrency(String currency) {
        try {
            return currency != null
                    && !Currency.getInstance(currency).getCurrencyCode().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
