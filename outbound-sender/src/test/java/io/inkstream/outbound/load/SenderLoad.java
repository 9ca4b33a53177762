package io.inkstream.outbound.load;

import io.inkstream.outbound.stub.Commands;
import io.inkstream.outbound.stub.StubWhatsApp;
import io.inkstream.outbound.stub.StubWhatsApp.Answer;
import io.inkstream.schemas.outbound.OutboundCommand.SendMessage;
import io.inkstream.schemas.outbound.OutboundMessage;
import io.inkstream.schemas.topics.Topics;
import io.inkstream.testkit.TestKafka;
import io.inkstream.testkit.TestPostgres;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.LoggerFactory;

/**
 * Measures the sender as a process of its own against a real broker and database: rate, latency, and CPU per message of the
 * sender and of PostgreSQL, which hardly depends on what else the machine does.
 *
 * <p>Arguments: the phases of the run, each {@code <messages>@<rate per second>}, 0 = all at once. Properties:
 * {@code load.simulator} the simulator's class path, to have it as WhatsApp in a process of its own (else a stub in this
 * one, which also tells the time from record to request); {@code load.answer} its answer time in ms; {@code load.jvm} flags
 * for the sender's JVM, {@code load.sender} a class path for it.
 */
public final class SenderLoad {
    private static final int CONVERSATIONS = 5_000;
    private static final List<Commands> PEOPLE = new ArrayList<>();
    private static final Latencies TO_REQUEST = new Latencies();
    private static final Latencies TO_RECEIPT = new Latencies();

    private SenderLoad() {}

    public static void main(String[] arguments) {
        try {
            measure(arguments);
        } catch (Exception e) {
            LoggerFactory.getLogger(SenderLoad.class).error("not measured", e);
        } finally {
            System.exit(0); // threads of broker and clients would keep it alive
        }
    }

    private static void measure(String[] arguments) throws Exception {
        for (var i = 0; i < CONVERSATIONS; i++) {
            PEOPLE.add(Commands.newConversation());
        }
        var simulator = System.getProperty("load.simulator", "");
        if (simulator.isEmpty()) {
            try (var stub = StubWhatsApp.start()) {
                var delay = Long.getLong("load.answer", 0);
                stub.answers(request -> {
                    TO_REQUEST.ends(request.text());
                    return delay == 0 ? new Answer.Accept() : new Answer.AcceptSlowly(Duration.ofMillis(delay));
                });
                run(stub.baseUrl(), arguments);
            }
        } else {
            try (var process = MeasuredProcess.simulator(simulator)) {
                run(URI.create("http://127.0.0.1:" + process.port() + "/v25.0"), arguments);
            }
        }
    }

    private static void run(URI whatsApp, String[] phases) throws Exception {
        var database = TestPostgres.freshDatabase();
        try (var sender = MeasuredProcess.sender(whatsApp, database);
                var receipts = new ReceiptCount(TO_RECEIPT);
                var postgres = new PostgresCpu(database)) {
            for (var phase : phases) {
                var words = phase.split("@", 2);
                run(Integer.parseInt(words[0]), Integer.parseInt(words[1]), sender, receipts, postgres);
            }
            postgres.printFacts();
        }
    }

    private static void run(int count, int rate, MeasuredProcess sender, ReceiptCount receipts, PostgresCpu postgres)
            throws Exception {
        TO_REQUEST.clear();
        TO_RECEIPT.clear();
        var commands = commands(count);
        var receiptsBefore = receipts.count();
        var cpuBefore = sender.cpuMicros();
        var databaseBefore = postgres.micros();
        var commitsBefore = postgres.commits();
        var began = System.nanoTime();
        publish(commands, rate, began);
        while (receipts.count() - receiptsBefore < count) {
            Thread.sleep(5);
        }
        var took = (System.nanoTime() - began) / 1e9;
        var cpu = (sender.cpuMicros() - cpuBefore) / count;
        Thread.sleep(1_000); // acknowledgements are written, statistics are flushed
        System.out.printf(
                "%d at %d/s: %.0f/s; to request %s; to receipt %s; CPU per message: sender %d us, PostgreSQL %d us;"
                        + " %.1f messages per commit; RSS %d MB%n",
                count,
                rate,
                count / took,
                TO_REQUEST,
                TO_RECEIPT,
                cpu,
                (postgres.micros() - databaseBefore) / count,
                (double) count / (postgres.commits() - commitsBefore),
                sender.memoryMegabytes());
    }

    private static void publish(List<SendMessage> commands, int rate, long began) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", TestKafka.bootstrapServers(), "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (var i = 0; i < commands.size(); i++) {
                var due = rate == 0 ? began : began + i * 1_000_000_000L / rate;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                var command = commands.get(i);
                TO_REQUEST.begins(command.id());
                TO_RECEIPT.begins(command.id());
                var key = command.studio() + "/" + command.facts().recipient().phone();
                var _ = producer.send(new ProducerRecord<>(
                        Topics.OUTBOUND.name(),
                        key,
                        Topics.OUTBOUND.serializer().serialize("", command)));
            }
        }
    }

    private static List<SendMessage> commands(int count) {
        var commands = new ArrayList<SendMessage>();
        for (var i = 0; i < count; i++) {
            var draft = PEOPLE.get(i % PEOPLE.size()).text("");
            // The text is the id, so that the stub can tell; as long as a usual question.
            commands.add(draft.message(new OutboundMessage.Text(draft.command().id()))
                    .command());
        }
        return commands;
    }
}
