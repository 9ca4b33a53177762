package io.inkstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plays one conversation script: people are letters with a fresh phone number each, replies are named by copy key.
 * The steps are those of {@code journeys/README.md}.
 */
final class Journey {
    private static final String ARTIST = "447700900000";
    private static final Duration WAIT = Duration.ofSeconds(15);
    /** How long nothing may come for "nothing more comes" to be believed. */
    private static final Duration QUIET = Duration.ofMillis(600);

    private final RunningPipeline pipeline;
    private final String tag = String.format("%07d", ThreadLocalRandom.current().nextInt(10_000_000));
    private final Map<String, String> phones = new LinkedHashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();

    Journey(RunningPipeline pipeline) {
        this.pipeline = pipeline;
        phones.put("artist", ARTIST);
        seen.put("artist", sent("artist").size());
    }

    void play(JsonNode script) {
        Http.delete(pipeline.simulator("/sim/faults")).ok();
        var number = 0;
        for (var step : script.get("steps")) {
            number++;
            try {
                step(step);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("step " + number + " " + step + ": " + e.getMessage(), e);
            }
        }
    }

    private void step(JsonNode step) {
        if (step.has("client")) {
            write(step);
        } else if (step.has("to") && step.has("silent")) {
            silent(step.get("to").asString());
        } else if (step.has("to") && step.has("skip")) {
            seen.put(step.get("to").asString(), sent(step.get("to").asString()).size());
        } else if (step.has("to")) {
            replies(step.get("to").asString(), step.get("replies"));
        } else if (step.has("command")) {
            command(step);
        } else if (step.has("lead")) {
            await().atMost(WAIT)
                    .untilAsserted(() -> matches(
                            "lead", step.get("is"), lead(step.get("lead").asString())));
        } else if (step.has("sheetRow")) {
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> matches(
                            "row", step.get("is"), sheetRow(step.get("sheetRow").asString())));
        } else if (step.has("advance")) {
            Http.post(
                            pipeline.simulator("/sim/clock/advance"),
                            Map.of("by", step.get("advance").asString()))
                    .ok();
        } else if (step.has("fault")) {
            Http.post(pipeline.simulator("/sim/faults"), withPhone(step.get("fault")))
                    .ok();
        } else if (step.has("clearFaults")) {
            Http.delete(pipeline.simulator("/sim/faults")).ok();
        } else {
            throw new IllegalArgumentException("unknown step");
        }
    }

    // --- people

    private String phone(String who) {
        return phones.computeIfAbsent(who, name -> "447" + tag + String.format("%02d", phones.size()));
    }

    private List<JsonNode> sent(String who) {
        var page = Http.get(pipeline.simulator("/sim/whatsapp/sent?to=" + phone(who)))
                .ok()
                .body();
        return page.valueStream().toList();
    }

    private List<JsonNode> news(String who) {
        var all = sent(who);
        return all.subList(Math.min(seen.getOrDefault(who, 0), all.size()), all.size());
    }

    // --- what people do

    private void write(JsonNode step) {
        var who = step.get("client").asString();
        var body = Http.JSON.createObjectNode().put("from", phone(who));
        if (step.has("says")) {
            body.set("text", step.get("says"));
        } else if (step.has("taps")) {
            body.set("message", tap(who, Pattern.compile(step.get("taps").asString(), Pattern.CASE_INSENSITIVE)));
        } else if (step.has("batch")) {
            var messages = body.putArray("messages");
            step.get("batch")
                    .forEach(text -> messages.addObject()
                            .put("type", "text")
                            .putObject("text")
                            .set("body", text));
        } else {
            body.set("message", step.get("message"));
        }
        if (step.has("ageSeconds")) {
            body.set("ageSeconds", step.get("ageSeconds"));
        }
        var times = step.path("deliveries").asInt(1);
        if (times > 1) {
            body.put("wamid", "wamid." + UUID.randomUUID());
        }
        var answers = IntStream.range(0, times)
                .parallel()
                .mapToObj(time -> Http.post(pipeline.simulator("/sim/whatsapp/messages"), body))
                .toList();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(
                                answer.ok().body().get("ingressStatus").asInt())
                        .isEqualTo(200));
    }

    private ObjectNode tap(String who, Pattern wanted) {
        var messages = new ArrayList<>(sent(who)).reversed();
        for (var message : messages) {
            var action = message.path("body").path("interactive").path("action");
            for (var button : action.path("buttons")) {
                if (wanted.matcher(button.at("/reply/id").asString() + " "
                                + button.at("/reply/title").asString())
                        .find()) {
                    return interactive("button_reply", button.get("reply"));
                }
            }
            for (var section : action.path("sections")) {
                for (var row : section.path("rows")) {
                    if (wanted.matcher(row.path("id").asString() + " "
                                    + row.path("title").asString())
                            .find()) {
                        return interactive("list_reply", row);
                    }
                }
            }
        }
        throw new AssertionError("nothing to tap that matches " + wanted);
    }

    private static ObjectNode interactive(String type, JsonNode reply) {
        var message = Http.JSON.createObjectNode().put("type", "interactive");
        message.putObject("interactive").put("type", type).set(type, reply);
        return message;
    }

    private void command(JsonNode step) {
        var body = Http.JSON.createObjectNode();
        var lead = lead(step.get("lead").asString());
        body.put("type", step.get("command").asString());
        body.put("commandId", UUID.randomUUID().toString());
        body.set("expectedVersion", step.has("expectedVersion") ? step.get("expectedVersion") : lead.get("version"));
        step.path("args").propertyStream().forEach(argument -> body.set(argument.getKey(), argument.getValue()));
        var answer = Http.post(pipeline.admin("/api/leads/" + lead.get("leadId").asString() + "/commands"), body);
        var status = answer.status() == 202 ? outcome(body.get("commandId").asString()) : answer.status();
        assertThat(status)
                .as("%s", answer.body())
                .isEqualTo(step.path("answers").path(0).asInt(200));
    }

    private int outcome(String commandId) {
        return await().atMost(WAIT)
                .until(
                        () -> Http.get(pipeline.admin("/api/commands/" + commandId))
                                .status(),
                        status -> status != 202);
    }

    private JsonNode withPhone(JsonNode fault) {
        var copy = (ObjectNode) fault.deepCopy();
        var to = copy.at("/match/to").asString("");
        if (phones.containsKey(to)) {
            copy.putObject("match").put("to", phone(to));
        }
        return copy;
    }

    // --- what they see

    private void silent(String who) {
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(news(who)).as("to %s", who).isEmpty());
    }

    private void replies(String who, JsonNode expected) {
        var wanted = expected.valueStream().toList();
        var got = who.equals("artist") ? awaitNotices(wanted.size()) : awaitNews(who, wanted.size());
        assertThat(got.stream().map(Reply::key).toList())
                .as("to %s: %s", who, got)
                .hasSameSizeAs(wanted);
        for (var index = 0; index < wanted.size(); index++) {
            check(wanted.get(index), got.get(index));
        }
    }

    private record Reply(String key, String text) {}

    private List<Reply> awaitNews(String who, int count) {
        await().atMost(WAIT).until(() -> news(who).size() >= count);
        var settled = await().during(QUIET)
                .atMost(WAIT)
                .until(() -> news(who), list -> list.size() == news(who).size());
        seen.merge(who, settled.size(), Integer::sum);
        return settled.stream().map(message -> reply(who, message)).toList();
    }

    /** Other conversations tell the artist things too: only what concerns this script's leads counts. */
    private List<Reply> awaitNotices(int count) {
        var mine = phones.keySet().stream()
                .filter(name -> !name.equals("artist"))
                .map(name -> lead(name).path("leadId").asString())
                .toList();
        var from = seen.getOrDefault("artist", 0);
        var found = await().atMost(WAIT)
                .until(
                        () -> sent("artist").stream()
                                .skip(from)
                                .filter(message -> mine.contains(
                                        outbound("artist", message.get("wamid").asString())
                                                .path("leadId")
                                                .asString()))
                                .toList(),
                        list -> list.size() >= count);
        seen.put("artist", sent("artist").size());
        return found.stream().map(message -> reply("artist", message)).toList();
    }

    private Reply reply(String who, JsonNode message) {
        var wamid = message.get("wamid").asString();
        var key = await().atMost(WAIT)
                .until(() -> outbound(who, wamid).path("copyKey").asString(""), found -> !found.isEmpty());
        return new Reply(key, message.get("body").toString());
    }

    private JsonNode outbound(String who, String wamid) {
        return Http.get(pipeline.admin("/api/outbound?limit=200&phone=" + phone(who)))
                .ok()
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.path("wamid").asString("").equals(wamid))
                .findFirst()
                .orElse(Http.JSON.createObjectNode());
    }

    private static void check(JsonNode wanted, Reply got) {
        assertThat(got.key())
                .as("%s", got.text())
                .isEqualTo(
                        wanted.isString()
                                ? wanted.asString()
                                : wanted.get("key").asString());
        wanted.path("contains").forEach(text -> assertThat(got.text()).containsPattern(anyCase(text)));
        wanted.path("lacks").forEach(text -> assertThat(got.text()).doesNotContainPattern(anyCase(text)));
    }

    private static Pattern anyCase(JsonNode pattern) {
        return Pattern.compile(pattern.asString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    JsonNode lead(String who) {
        var items = Http.get(
                        pipeline.admin("/api/leads?phone=" + URLEncoder.encode(phone(who), StandardCharsets.UTF_8)))
                .ok()
                .body()
                .get("items");
        return items.isEmpty()
                ? Http.JSON.createObjectNode()
                : Http.get(pipeline.admin(
                                "/api/leads/" + items.get(0).get("leadId").asString()))
                        .ok()
                        .body();
    }

    private JsonNode sheetRow(String who) {
        var grid = Http.get(pipeline.simulator("/sim/sheets/Leads")).ok().body();
        var header = grid.get("header").valueStream().map(JsonNode::asString).toList();
        var leadId = lead(who).path("leadId").asString();
        var mine = grid.get("rows")
                .valueStream()
                .filter(row -> row.path(header.indexOf("lead_id")).asString("").equals(leadId))
                .toList();
        assertThat(mine).as("rows of the lead").hasSize(1);
        var row = Http.JSON.createObjectNode();
        for (var column = 0; column < mine.getFirst().size(); column++) {
            row.set(header.get(column), mine.getFirst().get(column));
        }
        return row;
    }

    /** Only what the script names is compared; a text that starts with ~ is a regular expression. */
    private static void matches(String path, JsonNode expected, JsonNode actual) {
        if (expected.isObject()) {
            expected.propertyStream()
                    .forEach(field ->
                            matches(path + "." + field.getKey(), field.getValue(), actual.path(field.getKey())));
        } else if (expected.isString() && expected.asString().startsWith("~")) {
            assertThat(actual.asString(""))
                    .as(path)
                    .containsPattern(expected.asString().substring(1));
        } else if (expected.isNumber()) {
            assertThat(actual.asDouble(Double.NaN)).as(path).isEqualTo(expected.asDouble());
        } else if (expected.isNull()) {
            assertThat(actual.isNull() || actual.isMissingNode())
                    .as(path + " is absent")
                    .isTrue();
        } else {
            assertThat(actual).as(path).isEqualTo(expected);
        }
    }
}
