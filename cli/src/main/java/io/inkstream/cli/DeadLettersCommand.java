package io.inkstream.cli;

import io.inkstream.schemas.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What could not be handled: looking at it, and sending it again. */
@Command(
        name = "dlt",
        description = "Dead letters: records that could not be handled, with the reason.",
        mixinStandardHelpOptions = true)
final class DeadLettersCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // filled in by picocli
    private CommandSpec spec;

    @Command(name = "ls", description = "Lists them, newest first, without content.", mixinStandardHelpOptions = true)
    int list(
            @Mixin AdminApi.Access access,
            @Option(names = "--topic", description = "only of this dead-letter topic") @Nullable String topic,
            @Option(names = "--service", description = "only of this service") @Nullable String service,
            @Option(names = "--limit", defaultValue = "50", description = "how many (default ${DEFAULT-VALUE})")
                    int limit)
            throws InterruptedException {
        var query = "?limit=" + limit
                + (topic == null ? "" : "&topic=" + AdminApi.encoded(topic))
                + (service == null ? "" : "&service=" + AdminApi.encoded(service));
        var letters = new AdminApi(access).deadLetters(query);
        var out = spec.commandLine().getOut();
        DeadLetterReport.table(letters.path("items")).forEach(out::println);
        return 0;
    }

    @Command(name = "show", description = "Shows one with its content.", mixinStandardHelpOptions = true)
    int show(@Mixin AdminApi.Access access, @Parameters(paramLabel = "<id>") String id) throws InterruptedException {
        var letter = new AdminApi(access).deadLetter(id);
        var out = spec.commandLine().getOut();
        DeadLetterReport.whole(letter).forEach(out::println);
        return 0;
    }

    @Command(
            name = "redrive",
            description = "Puts them back where they came from, as they were. All filters must fit; one is required.",
            mixinStandardHelpOptions = true)
    int redrive(
            @Mixin AdminApi.Access access,
            @Parameters(paramLabel = "<id>", arity = "0..*", description = "ids of dead letters") @Nullable
                    List<String> ids,
            @Option(names = "--topic", description = "of this dead-letter topic") @Nullable String topic,
            @Option(names = "--service", description = "of this service") @Nullable String service,
            @Option(names = "--code", description = "with this reason, such as whatsapp.131026") @Nullable String code,
            @Option(names = "--studio", description = "of this studio") @Nullable String studio,
            @Option(names = "--because", description = "why it is done; kept for the audit") @Nullable String because,
            @Option(names = "--rate", description = "so many per second (default 10)") @Nullable Integer rate,
            @Option(names = "--dry-run", description = "only count what would be sent") boolean dryRun)
            throws InterruptedException {
        var request = Json.MAPPER.createObjectNode().put("dryRun", dryRun);
        if (ids != null) {
            ids.forEach(request.putArray("ids")::add);
        }
        put(request, "topic", topic);
        put(request, "service", service);
        put(request, "code", code);
        put(request, "studio", studio);
        put(request, "reason", because);
        if (rate != null) {
            request.put("perSecond", rate);
        }
        var out = spec.commandLine().getOut();
        var end = new AdminApi(access).redrive(request, now -> out.println(DeadLetterReport.progress(now)));
        DeadLetterReport.outcome(end).forEach(out::println);
        return end.path("state").asString("").equals("FAILED") ? 1 : 0;
    }

    private static void put(tools.jackson.databind.node.ObjectNode request, String name, @Nullable String value) {
        if (value != null) {
            request.put(name, value);
        }
    }
}
