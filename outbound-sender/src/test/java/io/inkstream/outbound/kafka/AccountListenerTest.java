package io.inkstream.outbound.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.outbound.AccountNews;
import io.inkstream.schemas.inbound.AccountNotice;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccountListenerTest {

    @Test
    void templates_areBlockedAndFreed() {
        var paused = "{\"event\":\"PAUSED\",\"message_template_name\":\"booking_reminder\","
                + "\"message_template_language\":\"en_GB\",\"reason\":\"NONE\"}";

        assertThat(AccountListener.news(notice("message_template_status_update", paused)))
                .contains(new AccountNews.TemplateBlocked("booking_reminder", "en_GB", "WhatsApp says PAUSED"));
        assertThat(AccountListener.news(notice("message_template_status_update", paused.replace("PAUSED", "APPROVED"))))
                .contains(new AccountNews.TemplateFreed("booking_reminder", "en_GB"));
        assertThat(AccountListener.news(notice("message_template_status_update", paused.replace("PAUSED", "FLAGGED"))))
                .contains(new AccountNews.Noteworthy("template booking_reminder: FLAGGED"));
    }

    @Test
    void marketingCategory_blocksTheTemplate() {
        var recategorised = "{\"message_template_name\":\"x\",\"message_template_language\":\"en_GB\","
                + "\"previous_category\":\"UTILITY\",\"new_category\":\"MARKETING\"}";

        assertThat(AccountListener.news(notice("template_category_update", recategorised)))
                .containsInstanceOf(AccountNews.TemplateBlocked.class);
    }

    @Test
    void disabledAccount_holdsTheNumber_aScheduledOneIsTold() {
        var scheduled = "{\"event\":\"DISABLED_UPDATE\",\"ban_info\":{\"waba_ban_state\":\"SCHEDULE_FOR_DISABLE\"}}";

        assertThat(AccountListener.news(notice("account_update", scheduled)))
                .contains(new AccountNews.Noteworthy("account: DISABLED_UPDATE SCHEDULE_FOR_DISABLE"));
        assertThat(AccountListener.news(notice("account_update", scheduled.replace("SCHEDULE_FOR_DISABLE", "DISABLE"))))
                .containsInstanceOf(AccountNews.NumberBlocked.class);
    }

    @Test
    void otherFields_meanNothingHere() {
        assertThat(AccountListener.news(notice("user_preferences", "{}"))).isEmpty();
    }

    private static AccountNotice notice(String field, String raw) {
        return new AccountNotice("id", Instant.now(), "studio", "1", null, field, raw);
    }
}
