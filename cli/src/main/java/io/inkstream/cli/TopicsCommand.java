package io.inkstream.cli;

import io.inkstream.schemas.topics.TopicCreation;
import io.inkstream.schemas.topics.TopicCreation.Layout;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Topics of the catalogue on a cluster. */
@Command(
        name = "topics",
        description = "Creates the pipeline's topics on a Kafka cluster, or checks them.",
        mixinStandardHelpOptions = true)
final class TopicsCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // filled in by picocli
    private CommandSpec spec;

    private static final String TIMEOUT_MS = "15000";

    /** Where Kafka is. */
    static final class Cluster {
        @Option(
                names = "--bootstrap",
                description = "Kafka's bootstrap servers (default ${DEFAULT-VALUE})",
                defaultValue = "${env:INKSTREAM_KAFKA_BOOTSTRAP:-localhost:19092}")
        String bootstrap = "";

        Admin connect() {
            return Admin.create(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS));
        }
    }

    @Command(
            name = "create",
            description = "Creates what is missing; existing topics stay as they are.",
            mixinStandardHelpOptions = true)
    int create(
            @Mixin Cluster cluster,
            @Option(
                            names = "--partitions",
                            defaultValue = "12",
                            description = "of topics keyed by conversation (default 12; 48 suggested for production)")
                    int partitions,
            @Option(
                            names = "--artist-partitions",
                            defaultValue = "4",
                            description = "of topics keyed by artist (default 4)")
                    int artistPartitions,
            @Option(names = "--replication", defaultValue = "3", description = "replicas of each partition (default 3)")
                    short replication,
            @Option(
                            names = "--min-insync",
                            defaultValue = "2",
                            description = "replicas that must have a record (default 2)")
                    int minInSync) {
        try (var admin = cluster.connect()) {
            var created = TopicCreation.createMissing(
                    admin, new Layout(partitions, artistPartitions, replication, minInSync));
            created.forEach(name -> say("created " + name));
            say(created.isEmpty() ? "all topics were there" : created.size() + " topics created");
        }
        return 0;
    }

    @Command(
            name = "check",
            description = "Says what keeps the cluster from serving the pipeline; exit code 1 if anything.",
            mixinStandardHelpOptions = true)
    int check(@Mixin Cluster cluster) {
        try (var admin = cluster.connect()) {
            var problems = TopicCreation.problems(admin);
            problems.forEach(this::say);
            if (problems.isEmpty()) {
                say("all topics are as the catalogue says");
            }
            return problems.isEmpty() ? 0 : 1;
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
