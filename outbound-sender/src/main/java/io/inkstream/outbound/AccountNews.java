package io.inkstream.outbound;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Meta's webhooks about an account mean for sending. */
public sealed interface AccountNews {

    /** Nothing may be sent by this template. */
    record TemplateBlocked(String name, String language, String why) implements AccountNews {}

    /** It may be used again. */
    record TemplateFreed(String name, String language) implements AccountNews {}

    /** The account is disabled: every message would fail. */
    record NumberBlocked(String why) implements AccountNews {}

    /** A person should know; sending goes on. */
    record Noteworthy(String what) implements AccountNews {}

    /** {@code message_template_status_update}. */
    static AccountNews ofTemplateStatus(String name, String language, String event) {
        if (TemplateEvents.FREEING.contains(event)) {
            return new TemplateFreed(name, language);
        }
        return TemplateEvents.BLOCKING.contains(event)
                ? new TemplateBlocked(name, language, "WhatsApp says " + event)
                : new Noteworthy("template " + name + ": " + event);
    }

    /** {@code template_category_update}: as marketing it would be charged, capped, and not what people agreed to. */
    static AccountNews ofTemplateCategory(String name, String language, String category) {
        return category.equals("MARKETING")
                ? new TemplateBlocked(name, language, "WhatsApp has put it into the category " + category)
                : new Noteworthy("template " + name + " is now " + category);
    }

    /** {@code account_update}; {@code banState} of a {@code DISABLED_UPDATE}. */
    static AccountNews ofAccount(String event, @Nullable String banState) {
        return "DISABLE".equals(banState)
                ? new NumberBlocked("WhatsApp has disabled the account")
                : new Noteworthy("account: " + event + (banState == null ? "" : " " + banState));
    }

    /** Meta's words for what happens to a template. */
    final class TemplateEvents {
        private static final Set<String> FREEING = Set.of("APPROVED", "REINSTATED", "UNPAUSED");
        private static final Set<String> BLOCKING =
                Set.of("PAUSED", "REJECTED", "DISABLED", "PENDING_DELETION", "DELETED", "LOCKED", "ARCHIVED");

        private TemplateEvents() {}
    }
}
