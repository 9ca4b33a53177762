package io.inkstream.ingress.whatsapp;

import java.util.Set;

/** Subscriptions that are about the account and not about a conversation. */
final class AccountFields {
    private static final Set<String> KNOWN = Set.of(
            "account_alerts",
            "account_review_update",
            "account_settings_update",
            "account_update",
            "business_capability_update",
            "business_status_update",
            "flows",
            "message_template_components_update",
            "message_template_quality_update",
            "message_template_status_update",
            "payment_configuration_update",
            "phone_number_name_update",
            "phone_number_quality_update",
            "security",
            "template_category_update",
            "template_correct_category_detection",
            "user_preferences");

    private AccountFields() {}

    static boolean known(String field) {
        return KNOWN.contains(field);
    }
}
