package io.inkstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing of a person gets into a log: a conversation full of words that stand nowhere else goes through every service, the
 * bad ways too, and then all log files of the pipeline are searched, with what other tests left in them.
 */
class NoPersonalDataIT {
    private static final Duration WAIT = Duration.ofSeconds(30);

    /** A British mobile number in any spelling without blanks, wherever it came from. */
    private static final Pattern PHONE = Pattern.compile("(?<![0-9a-zA-Z.-])\\+?447\\d{9}(?!\\d)");

    private final RunningPipeline pipeline = SharedPipeline.get();
    private final String tag = String.format("%06d", ThreadLocalRandom.current().nextInt(1_000_000));
    private final String phone = "447135" + tag;
    private final String name = "Xenophilia Quarrenhoff";
    private final List<String> words = List.of(
            "a wyvernfeather" + tag + " round my arm",
            "left forearm zibbleknot" + tag,
            "10x15cm",
            "fine line",
            "2",
            "no");

    @Test
    void logs_afterConversationsOfEveryKind_holdNobodysNumberNameOrWords() throws IOException {
        goesWell();
        goesWrong();

        var logs = logs();

        assertThat(logs).as("the pipeline writes a log").isNotEmpty();
        for (var log : logs) {
            var text = read(log);
            assertThat(personal(text)).as("%s", log).isEmpty();
            if (!log.equals(pipeline.output())) { // which greets with the public login
                assertThat(text).doesNotContain("inkstream-dev-");
            }
        }
        assertThat(logs)
                .as("the services log in here")
                .anyMatch(log -> read(log).contains("i.i."));
    }

    /** Seven messages and their answers, a look by phone number, and a person's own words to the client. */
    private void goesWell() {
        Http.post(
                        pipeline.simulator("/sim/faults"),
                        Map.of(
                                "target",
                                "whatsapp",
                                "kind",
                                "status",
                                "status",
                                503,
                                "times",
                                1,
                                "match",
                                Map.of("to", phone)))
                .ok();
        say("hi");
        answers(1);
        for (var line = 0; line < words.size(); line++) {
            say(words.get(line));
            answers(line + 2);
        }
        var lead = Http.get(pipeline.admin("/api/leads?phone=" + phone))
                .ok()
                .body()
                .get("items")
                .get(0);
        Http.post(
                        pipeline.admin("/api/leads/" + lead.get("leadId").asString() + "/commands"),
                        Map.of(
                                "type",
                                "ask",
                                "commandId",
                                "no-personal-data-" + tag,
                                "expectedVersion",
                                lead.get("version").asLong(),
                                "text",
                                "Is grumblewort" + tag + " alright?"))
                .ok();
        say("STOP snickerdoodle" + tag);
    }

    /** Refused, unroutable, unreadable. */
    private void goesWrong() {
        var body = Signed.textWebhook(phone, "wamid." + tag, "forged flobberwhistle" + tag, 1_790_000_000);
        assertThat(Http.postSigned(pipeline.ingress("/webhooks/whatsapp"), body, "sha256=" + "0".repeat(64))
                        .status())
                .isEqualTo(401);
        var nobodys = new String(body, StandardCharsets.UTF_8)
                .replaceAll("\"phone_number_id\":\"\\d+\"", "\"phone_number_id\":\"1\"");
        assertThat(nobodys).contains("\"phone_number_id\":\"1\"");
        Http.post(pipeline.simulator("/sim/whatsapp/raw"), Http.JSON.readTree(nobodys))
                .ok();
        var half = ("{\"flobberwhistle" + tag + "\": \"" + phone).getBytes(StandardCharsets.UTF_8);
        assertThat(Http.postSigned(pipeline.ingress("/webhooks/whatsapp"), half, Signed.header(half))
                        .status())
                .isEqualTo(400);
        Http.post(
                pipeline.admin("/api/login"), Map.of("email", "flobberwhistle@" + tag, "password", "zibbleknot" + tag));
    }

    private void say(String text) {
        Http.post(
                        pipeline.simulator("/sim/whatsapp/messages"),
                        Map.of("from", phone, "text", text, "profileName", name))
                .ok();
    }

    private void answers(int count) {
        await().atMost(WAIT)
                .untilAsserted(() -> assertThat(Http.get(pipeline.simulator("/sim/whatsapp/sent?to=" + phone))
                                .ok()
                                .body())
                        .hasSizeGreaterThanOrEqualTo(count));
    }

    private List<String> personal(String log) {
        var lower = log.toLowerCase(Locale.ROOT);
        var found = Stream.of(
                        phone,
                        "xenophilia",
                        "quarrenhoff",
                        "wyvernfeather",
                        "zibbleknot",
                        "snickerdoodle",
                        "grumblewort",
                        "flobberwhistle")
                .filter(lower::contains);
        var numbers = PHONE.matcher(log).results().map(match -> "a phone number: " + line(log, match.start()));
        return Stream.concat(found, numbers).limit(20).toList();
    }

    private static String line(String text, int at) {
        var end = text.indexOf('\n', at);
        return text.substring(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length() : end);
    }

    /** The log folder, and what the process printed. */
    private List<Path> logs() throws IOException {
        try (var files = Files.walk(pipeline.data().resolve("log"))) {
            return Stream.concat(files.filter(Files::isRegularFile), Stream.of(pipeline.output()))
                    .toList();
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
