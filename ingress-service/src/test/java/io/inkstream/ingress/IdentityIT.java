package io.inkstream.ingress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inkstream.schemas.identity.IdentityAlias;
import io.inkstream.schemas.inbound.InboundMessage;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The identity topic, read before the first webhook and followed after, decides where messages go. */
class IdentityIT {
    private static final Duration SOON = Duration.ofSeconds(10);

    private static RunningIngress ingress;
    private static Published published;

    @BeforeAll
    static void start() {
        TestKafka.send(Topics.STUDIO_CONFIG, "studio", Studios.STUDIO);
        TestKafka.send(Topics.STUDIO_CONFIG, "second", Studios.SECOND);
        alias("studio", "447700902001", "studio/GB.900000000001"); // known by BSUID before the phone was
        alias("studio", "GB.900000000001", "studio/GB.900000000001");
        alias("studio", "447700902002", "studio/447700902002");
        alias("studio", "GB.900000000002", "studio/somebody-else");
        alias("studio", "GB.900000000002", "studio/447700902009"); // the last record wins
        alias("studio", "GB.900000000003", "studio/447700902003");
        alias("studio", "447700902004", "studio/447700902004");
        alias("studio", "447700902005", "studio/447700902005");
        ingress = RunningIngress.start(TestKafka.bootstrapServers()).awaitReady();
        published = new Published();
    }

    @AfterAll
    static void stop() {
        published.close();
        ingress.close();
    }

    @Test
    void message_fromAKnownPhone_goesWhereThePhoneLeads() {
        var message = deliver("106540352242922", from("447700902001"));

        assertThat(message.key()).isEqualTo("studio/GB.900000000001");
        assertThat(message.sender().conflictingKey()).isNull();
    }

    @Test
    void message_fromAKnownBsuidWithAnUnknownPhone_goesWhereTheBsuidLeads() {
        var message = deliver("106540352242922", from("447700902777") + bsuid("GB.900000000003"));

        assertThat(message.key()).isEqualTo("studio/447700902003");
    }

    @Test
    void message_whosePhoneAndBsuidLeadToTwoConversations_goesWhereThePhoneLeadsAndNamesTheOther() {
        var message = deliver("106540352242922", from("447700902002") + bsuid("GB.900000000002"));

        assertThat(message.key()).isEqualTo("studio/447700902002");
        assertThat(message.sender().conflictingKey()).isEqualTo("studio/447700902009");
    }

    @Test
    void message_fromSomebodyUnknown_startsAConversationUnderThePhone() {
        var message = deliver("106540352242922", from("447700902888") + bsuid("GB.900000000888"));

        assertThat(message.key()).isEqualTo("studio/447700902888");
    }

    @Test
    void aliases_ofOneStudio_meanNothingToAnother() {
        var message = deliver("213080704485844", from("447700902001"));

        assertThat(message.key()).isEqualTo("second/447700902001");
    }

    @Test
    void message_fromTheArtistsNumber_staysWithTheArtist() {
        alias("studio", "GB.900000000010", "studio/447700902010");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deliver("106540352242922", bsuid("GB.900000000010"))
                                .key())
                        .isEqualTo("studio/447700902010"));

        var message = deliver("106540352242922", from("447700900000") + bsuid("GB.900000000010"));

        assertThat(message.key()).isEqualTo("studio/447700900000");
        assertThat(message.sender().conflictingKey()).isEqualTo("studio/447700902010");
    }

    @Test
    void numberChange_isKeyedByTheOldIdentity_andNamesAConversationOfTheNewOne() {
        var message = deliver("106540352242922", from("447700902004"), """
                "type":"system","system":{"type":"user_changed_number","wa_id":"447700902005","body":"x"}""");

        assertThat(message.key()).isEqualTo("studio/447700902004");
        assertThat(message.sender().conflictingKey()).isEqualTo("studio/447700902005");
    }

    @Test
    void aliases_publishedAndForgottenLater_areFollowed() {
        alias("studio", "GB.900000000006", "studio/447700902006");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deliver("106540352242922", bsuid("GB.900000000006"))
                                .key())
                        .isEqualTo("studio/447700902006"));

        TestKafka.send(Topics.IDENTITY, "studio/GB.900000000006", null);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deliver("106540352242922", bsuid("GB.900000000006"))
                                .key())
                        .isEqualTo("studio/GB.900000000006"));
    }

    @Test
    void unreadableAlias_isSkippedAndCounted_andTheTableGoesOn() {
        var before = ingress.count("inkstream.ingress.tables.unreadable");
        TestKafka.sendBytes(Topics.IDENTITY.name(), "studio/447700902007", "{\"type\":\"nonsense\"}".getBytes(UTF_8));
        alias("studio", "447700902007", "studio/GB.900000000007");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                deliver("106540352242922", from("447700902007")).key())
                        .isEqualTo("studio/GB.900000000007"));
        assertThat(ingress.count("inkstream.ingress.tables.unreadable")).isEqualTo(before + 1);
    }

    private static InboundMessage deliver(String phoneNumberId, String sender) {
        return deliver(phoneNumberId, sender, "\"type\":\"text\",\"text\":{\"body\":\"hi\"}");
    }

    private static InboundMessage deliver(String phoneNumberId, String sender, String content) {
        var correlationId = UUID.randomUUID().toString();
        var body = """
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
                "metadata":{"phone_number_id":"%s"},
                "messages":[{"id":"wamid.%s","timestamp":"1790000000",%s%s}]}}]}]}""".formatted(phoneNumberId, correlationId, sender, content);
        assertThat(ingress.whatsapp(body.getBytes(UTF_8), correlationId).statusCode())
                .isEqualTo(200);
        return published.of(correlationId, Topics.INBOUND).getFirst();
    }

    private static String from(String phone) {
        return "\"from\":\"" + phone + "\",";
    }

    private static String bsuid(String bsuid) {
        return "\"from_user_id\":\"" + bsuid + "\",";
    }

    private static void alias(String studio, String alias, String conversationKey) {
        var record = new IdentityAlias(
                studio + "/" + alias, Instant.parse("2026-09-21T10:00:00Z"), studio, alias, conversationKey);
        TestKafka.send(Topics.IDENTITY, record.recordKey(), record);
    }
}
