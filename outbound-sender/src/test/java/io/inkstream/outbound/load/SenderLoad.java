package io.inkstream.outbound.load;

import io.inkstream.outbound.OutboundSenderApplication;
import io.inkstream.outbound.stub.Commands;
import io.inkstream.outbound.stub.StubWhatsApp;
import io.inkstream.outbound.stub.StubWhatsApp.Answer;
import io.inkstream.schemas.outbound.OutboundCommand.SendMessage;
import io.inkstream.schemas.outbound.OutboundMessage;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import io.inkstream.testkit.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Starts the sender as a process of its own against a broker, a database and a stub in this one, gives it commands at a
 * steady rate, and prints rate, latency from record to request, CPU and memory. Arguments: rate per second (0 = all at
 * once), seconds, answer time of WhatsApp in ms.
 */
public final class SenderLoad {
    private static final int PORT = 19983;
    private static final int CONVERSATIONS = 5_000;
    private static final Map<String, Long> PUBLISHED = new ConcurrentHashMap<>();
    private static final List<Long> LATENCIES = new ArrayList<>();
    private static final TestPostgres.Database DATABASE = TestPostgres.freshDatabase();

    private SenderLoad() {}

    public static void main(String[] arguments) throws Exception {
        var rate = Integer.parseInt(arguments[0]);
        var seconds = Integer.parseInt(arguments[1]);
        var delay = Duration.ofMillis(Long.parseLong(arguments[2]));
        try (var whatsApp = StubWhatsApp.start()) {
            whatsApp.answers(request -> {
                arrived(request.text());
                return delay.isZero() ? new Answer.Accept() : new Answer.AcceptSlowly(delay);
            });
            var sender = startSender(whatsApp);
            try {
                run("warm-up", Math.max(rate, 1000), 20, whatsApp, sender);
                run("measured", rate, seconds, whatsApp, sender);
                databaseFacts();
            } finally {
                sender.destroy();
                sender.waitFor();
            }
        }
        System.exit(0);
    }

    private static void run(String name, int rate, int seconds, StubWhatsApp whatsApp, Process sender)
            throws Exception {
        LATENCIES.clear();
        var count = (rate == 0 ? 3000 : rate) * seconds;
        var cpuBefore = cpu(sender);
        var databaseBefore = databaseTicks();
        var acceptedBefore = whatsApp.acceptedCount();
        var commands = commands(count);
        var began = System.nanoTime();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", TestKafka.bootstrapServers(), "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (var i = 0; i < count; i++) {
                var due = rate == 0 ? began : began + i * 1_000_000_000L / rate;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                var command = commands.get(i);
                PUBLISHED.put(command.id(), System.nanoTime());
                var key = command.studio() + "/" + command.facts().recipient().phone();
                var _ = producer.send(new ProducerRecord<>(
                        Topics.OUTBOUND.name(),
                        key,
                        Topics.OUTBOUND.serializer().serialize("", command)));
            }
        }
        while (whatsApp.acceptedCount() - acceptedBefore < count) {
            Thread.sleep(5);
        }
        var took = (System.nanoTime() - began) / 1e9;
        var cpu = cpu(sender).minus(cpuBefore).toNanos() / 1000 / count;
        var database = (databaseTicks() - databaseBefore) * 10_000 / count;
        System.out.printf(
                "%s: %d messages in %.1f s = %.0f/s; record to request p50 %.1f p95 %.1f p99 %.1f ms;"
                        + " CPU per message: sender %d us, PostgreSQL %d us; sender RSS %d MB%n",
                name,
                count,
                took,
                count / took,
                quantile(0.5),
                quantile(0.95),
                quantile(0.99),
                cpu,
                database,
                memory(sender));
    }

    /** Transactions and rows: where the database's time goes. */
    private static void databaseFacts() throws SQLException {
        var query = """
                select 'commits ' || xact_commit from pg_stat_database where datname = current_database()
                union all
                select relname || ': inserted ' || n_tup_ins || ', updated ' || n_tup_upd || ' (heap-only '
                    || n_tup_hot_upd || '), deleted ' || n_tup_del || ', scanned ' || seq_scan || ', read by scan ' || seq_tup_read
                from pg_stat_user_tables""";
        try (var connection = DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password());
                var rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                System.out.println(rows.getString(1));
            }
        }
    }

    private static void arrived(String commandId) {
        var published = PUBLISHED.remove(commandId);
        if (published != null) {
            synchronized (LATENCIES) {
                LATENCIES.add(System.nanoTime() - published);
            }
        }
    }

    private static double quantile(double q) {
        synchronized (LATENCIES) {
            var sorted = LATENCIES.stream().mapToLong(Long::longValue).sorted().toArray();
            return sorted.length == 0 ? 0 : sorted[(int) (q * (sorted.length - 1))] / 1e6;
        }
    }

    private static List<SendMessage> commands(int count) {
        var conversations = new ArrayList<Commands>();
        for (var i = 0; i < Math.min(CONVERSATIONS, count); i++) {
            conversations.add(Commands.newConversation());
        }
        var commands = new ArrayList<SendMessage>();
        for (var i = 0; i < count; i++) {
            var conversation = conversations.get(i % conversations.size());
            var draft = conversation.text("");
            commands.add(draft.message(new OutboundMessage.Text(draft.command().id()))
                    .command());
        }
        return commands;
    }

    private static Process startSender(StubWhatsApp whatsApp) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(Arrays.stream(System.getProperty("sender.jvm", "").split(" ", -1))
                .filter(flag -> !flag.isBlank())
                .toList());
        command.addAll(List.of(
                OutboundSenderApplication.class.getName(),
                "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                "--spring.datasource.url=" + DATABASE.jdbcUrl(),
                "--spring.datasource.username=" + DATABASE.user(),
                "--spring.datasource.password=" + DATABASE.password(),
                "--server.port=" + PORT,
                "--logging.structured.format.console=",
                "--logging.level.root=WARN",
                "--inkstream.sender.whatsapp.base-url=" + whatsApp.baseUrl(),
                "--inkstream.sender.whatsapp.access-token=t",
                "--inkstream.sender.links.key=k",
                "--inkstream.sender.links.base-url=http://localhost",
                "--inkstream.sender.rates.number-per-second=0",
                "--inkstream.sender.rates.pair-interval=0s"));
        var process = new ProcessBuilder(command).inheritIO().start();
        try (var http = HttpClient.newHttpClient()) {
            var readiness = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + PORT + "/actuator/health/readiness"))
                    .build();
            while (true) {
                try {
                    if (http.send(readiness, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return process;
                    }
                } catch (IOException _) {
                    // not listening yet
                }
                Thread.sleep(200);
            }
        }
    }

    private static Duration cpu(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** CPU of all PostgreSQL processes, in hundredths of a second. */
    private static long databaseTicks() throws IOException {
        try (var processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(path -> path.getFileName().toString().chars().allMatch(Character::isDigit))
                    .mapToLong(SenderLoad::postgresTicks)
                    .sum();
        }
    }

    private static long postgresTicks(Path process) {
        try {
            var stat = Files.readString(process.resolve("stat"));
            if (!stat.contains("(postgres)")) {
                return 0;
            }
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (IOException _) {
            return 0; // ended meanwhile
        }
    }

    private static long memory(Process process) throws IOException {
        return Arrays.stream(Files.readString(Path.of("/proc/" + process.pid() + "/status"))
                        .split("\n", -1))
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }
}
