package io.inkstream.outbound.kafka;

import io.inkstream.outbound.AccountNews;
import io.inkstream.outbound.delivery.AccountWatch;
import io.inkstream.schemas.inbound.AccountNotice;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.json.UnreadableRecord;
import io.inkstream.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what Meta says about accounts and templates. A repeat changes nothing; a trouble of long ago holds no number now. */
final class AccountListener implements BatchMessageListener<String, byte[]> {
    private static final Duration NEWS = Duration.ofDays(1);

    private final AccountWatch watch;
    private final UnreadableRecords unreadable;
    private final Clock businessClock;

    AccountListener(AccountWatch watch, UnreadableRecords unreadable, Clock businessClock) {
        this.watch = watch;
        this.unreadable = unreadable;
        this.businessClock = businessClock;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> poll) {
        for (var record : poll) {
            if (record.value() != null) {
                try {
                    hear(Topics.ACCOUNT.read(record.value()));
                } catch (UnreadableRecord e) {
                    unreadable.keep(record, e);
                }
            }
        }
    }

    private void hear(AccountNotice notice) {
        var studio = notice.studio();
        if (studio == null) {
            return; // an account that is none of ours; ingress has told
        }
        var old = notice.occurredAt().isBefore(businessClock.instant().minus(NEWS));
        news(notice)
                .filter(news -> !old || isAboutTemplates(news))
                .ifPresent(news -> watch.hear(studio, notice.phoneNumberId(), news));
    }

    private static boolean isAboutTemplates(AccountNews news) {
        return news instanceof AccountNews.TemplateBlocked || news instanceof AccountNews.TemplateFreed;
    }

    /** Empty when it has nothing to do with sending. */
    static Optional<AccountNews> news(AccountNotice notice) {
        var value = value(notice);
        var template = value.path("message_template_name").asString("");
        var language = value.path("message_template_language").asString("");
        var event = value.path("event").asString("");
        return switch (notice.field()) {
            case "message_template_status_update" ->
                Optional.of(AccountNews.ofTemplateStatus(template, language, event));
            case "template_category_update" ->
                Optional.of(AccountNews.ofTemplateCategory(
                        template, language, value.path("new_category").asString("")));
            case "message_template_quality_update" ->
                Optional.of(new AccountNews.Noteworthy("template " + template + ": quality "
                        + value.path("new_quality_score").asString("unknown")));
            case "account_update" ->
                Optional.of(AccountNews.ofAccount(
                        event, value.path("ban_info").path("waba_ban_state").asString(null)));
            case "phone_number_quality_update" ->
                Optional.of(new AccountNews.Noteworthy(
                        "number: " + event + " " + value.path("current_limit").asString("")));
            default -> Optional.empty();
        };
    }

    private static JsonNode value(AccountNotice notice) {
        try {
            return Json.tree(notice.raw().getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new UnreadableRecord("the notice is no JSON", e);
        }
    }
}
