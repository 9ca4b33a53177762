package io.inkstream.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.outbound.UncertainPolicy.Choice;
import io.inkstream.schemas.outbound.OutboundCommand.MessageClass;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallRulesTest {

    @ParameterizedTest
    @CsvSource({
        "delivered, sent, true",
        "read, delivered, true",
        "played, read, true",
        "failed, sent, true",
        "delivered, failed, true",
        "failed, delivered, false",
        "sent, delivered, false",
        "delivered, read, false",
        "read, read, false",
    })
    void deliveryStatus_higherOneWins(String newer, String older, boolean wins) {
        assertThat(DeliveryStatus.of(newer)
                        .orElseThrow()
                        .outranks(DeliveryStatus.of(older).orElseThrow()))
                .isEqualTo(wins);
    }

    @Test
    void deliveryStatus_knowsOnlyMetasWords() {
        assertThat(DeliveryStatus.of("teleported")).isEmpty();
    }

    @Test
    void callbackData_roundTrips() {
        var data = new CallbackData("2f8fe5b1-7d37-5e6c-8e6b-8f1b6f2c1d11", 3);

        assertThat(data.text()).isEqualTo("2f8fe5b1-7d37-5e6c-8e6b-8f1b6f2c1d11.3");
        assertThat(CallbackData.parse(data.text())).contains(data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", "x.", ".1", "x.y", "out:01HZX4K2:1", "x.99999999999"})
    void callbackData_ofOthers_isNotOurs(String text) {
        assertThat(CallbackData.parse(text)).isEmpty();
    }

    @Test
    void links_areTheSameOnEveryRetry_andSignedPerCommandAndAction() throws Exception {
        var links = new ActionLinks(new Secret("key"), URI.create("https://desk.example.invalid/"));

        var text = links.fillIn("Yes: {link:approve} No: {link:reject} {link:NOT} $1", "command-1");

        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("key".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var approve = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal("command-1|approve".getBytes(StandardCharsets.UTF_8)));
        assertThat(text)
                .startsWith("Yes: https://desk.example.invalid/a/" + approve + " No: https://desk.example.invalid/a/")
                .endsWith(" {link:NOT} $1");
        assertThat(links.fillIn("Yes: {link:approve} No: {link:reject} {link:NOT} $1", "command-1"))
                .isEqualTo(text);
        assertThat(links.token("command-2", "approve")).isNotEqualTo(approve);
    }

    @Test
    void uncertain_repliesAreSentAgain_moneyWaitsForAPerson() {
        assertThat(UncertainPolicy.afterWaiting(MessageClass.CONVERSATIONAL, 0, 3))
                .isEqualTo(Choice.RESEND);
        assertThat(UncertainPolicy.afterWaiting(MessageClass.REMINDER, 2, 3)).isEqualTo(Choice.RESEND);
        assertThat(UncertainPolicy.afterWaiting(MessageClass.CONVERSATIONAL, 3, 3))
                .isEqualTo(Choice.ASK_OPERATOR);
        assertThat(UncertainPolicy.afterWaiting(MessageClass.PAYMENT, 0, 3)).isEqualTo(Choice.ASK_OPERATOR);
        assertThat(UncertainPolicy.afterWaiting(MessageClass.NOTICE, 0, 3)).isEqualTo(Choice.ASK_OPERATOR);
    }

    @Test
    void secret_isNeverPrinted() {
        assertThat(new Secret("hush")).hasToString("***");
        assertThat(new Secret("inkstream-dev-link-key").isPublic()).isTrue();
        assertThat(new Secret("real").isPublic()).isFalse();
    }

    /** A lively conversation, 15 replies in 20 seconds, must not be held up; a flood must. */
    @Test
    void pairPace_letsConversationsThroughAndSpacesFloods() {
        var pace = new Pace(Duration.ofSeconds(6), 45);
        var fullAt = 0L;
        for (var i = 0; i < 45; i++) {
            assertThat(pace.waitNanos(fullAt, 0)).isZero();
            fullAt = pace.take(fullAt, 0, 1);
        }
        assertThat(Duration.ofNanos(pace.waitNanos(fullAt, 0))).isEqualTo(Duration.ofSeconds(6));
        assertThat(pace.waitNanos(fullAt, Duration.ofSeconds(6).toNanos())).isZero();
        assertThat(pace.waitNanos(pace.giveBack(fullAt), 0)).isZero();
    }

    @Test
    void pace_withoutInterval_isLifted() {
        var pace = new Pace(Duration.ZERO, 1);

        assertThat(pace.waitNanos(pace.take(0, 0, 1), 0)).isZero();
    }
}
