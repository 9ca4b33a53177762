package io.inkstream.simulator.contract;

import static io.inkstream.simulator.contract.Fixture.assertSameShape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every recorded request, answer and error of Stripe's API, held against the fake. */
class StripeRequestsContractTest extends StripeContract {
    private static final UsedFixtures FILES = new UsedFixtures("stripe", StripeRequestsContractTest::isOfARequest);

    @AfterAll
    static void everyFileIsUsed() {
        FILES.mustBeAll();
    }

    @Test
    void createSession_isAnsweredAsStripeDoes() {
        FILES.use("create_session_request_form.json"); // what request() posts

        var answer = create(request());

        assertThat(answer.status()).isEqualTo(200);
        assertSameShape(FILES.use("create_session_response.json").content(), answer.json(), FREE);
        assertThat(answer.json().path("metadata").path("booking_id").asString()).isEqualTo("bk_01HZX4");
        assertThat(answer.json().path("amount_total").asInt()).isEqualTo(1000);
        assertThat(answer.json().path("expires_at").asLong()).isEqualTo(1_790_001_860);
    }

    @Test
    void expiresAt_whenTooClose_isRefusedAndTheKeyStaysFree() {
        var soon = new HashMap<>(request());
        soon.put("expires_at", String.valueOf(THEN.plusSeconds(900).getEpochSecond()));

        assertError(FILES.use("error_400_expires_at.json"), create(soon, "key-soon"));
        assertThat(create(request(), "key-soon").status()).isEqualTo(200);
    }

    @Test
    void sameKey_replaysTheFirstAnswerAndRefusesOtherParameters() {
        var first = create(request(), "key-same");
        var again = create(request(), "key-same");
        var other = new HashMap<>(request());
        other.put("line_items[0][price_data][unit_amount]", "2000");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.response().headers().firstValue("Idempotent-Replayed")).contains("true");
        assertError(FILES.use("error_400_idempotency.json"), create(other, "key-same"));
    }

    @Test
    void sameKey_whileTheFirstIsUnderway_isInUse() throws Exception {
        world.post("/sim/faults", Map.of("target", "stripe", "kind", "delay", "delayMs", 700, "times", 1));
        var first = CompletableFuture.supplyAsync(() -> create(request(), "key-busy"));
        await().until(() -> world.get("/sim/faults").json().isEmpty());

        var second = create(request(), "key-busy");

        var expected = FILES.use("error_409_idempotency_in_use.json");
        assertError(expected, second);
        assertThat(second.response().headers().firstValue("Stripe-Should-Retry"))
                .contains(expected.content().at("/headers/Stripe-Should-Retry").asString());
        assertThat(first.get().status()).isEqualTo(200);
    }

    @Test
    void error500_isStoredForItsKey() {
        world.post("/sim/faults", Map.of("target", "stripe", "kind", "status", "status", 500, "times", 1));

        assertError(FILES.use("error_500.json"), create(request(), "key-500"));
        assertError(FILES.use("error_500.json"), create(request(), "key-500"));
        assertThat(create(request(), "key-500#2").status()).isEqualTo(200);
    }

    @Test
    void error429_isNotStored() {
        world.post("/sim/faults", Map.of("target", "stripe", "kind", "status", "status", 429, "times", 1));

        assertError(FILES.use("error_429.json"), create(request(), "key-429"));
        assertThat(create(request(), "key-429").status()).isEqualTo(200);
    }

    @Test
    void error401_isMadeByAWrongKey() {
        var answer = world.get("/v1/checkout/sessions/cs_x", "Authorization", "Bearer sk_test_older");

        assertError(FILES.use("error_401.json"), answer);
    }

    /** The other files are events. */
    static boolean isOfARequest(String file) {
        return file.startsWith("create_session") || file.startsWith("error_");
    }
}
