package io.inkstream.conversation.streams.topology;

import static io.inkstream.conversation.streams.topology.Incoming.message;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.inkstream.conversation.Conversation;
import io.inkstream.schemas.inbound.MessageContent;
import io.inkstream.schemas.inbound.MessageContent.MediaType;
import io.inkstream.schemas.lead.LeadAction;
import io.inkstream.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Who a client is and what they write stays out of every log line, metric and system event. */
class PrivacyTest {
    private static final String PHONE = "447911222333";
    private static final String OTHER_PHONE = "447911444555";
    private static final String KEY = Studios.STUDIO + "/" + PHONE;

    /** A piece of each thing that only the client said or is. */
    private static final List<String> MARKERS = List.of(
            PHONE, OTHER_PHONE, "Zerlina", "quokka", "xylophone", "marsupial", "GB.1928374655", "secretcaption");

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.inkstream");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final @Nullable Level levelBefore = ours.getLevel();
    private int messages;

    @BeforeEach
    void listen() {
        lines.start();
        root.addAppender(lines);
        ours.setLevel(Level.TRACE);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(lines);
        ours.setLevel(levelBefore);
    }

    @Test
    void nothingPersonal_isLoggedCountedOrAlerted() {
        try (var topology = TopologyUnderTest.with(Conversation::decide, Studios.studio(), Studios.second())) {
            talk(topology);
            trouble(topology);

            assertThat(topology.decisionsOf(KEY)).hasSizeGreaterThan(10);
            assertThat(lines.list).as("log lines, some of them about trouble").isNotEmpty();
            assertThat(lines.list)
                    .filteredOn(PrivacyTest::isLoggedInProduction)
                    .allSatisfy(line -> clean(everythingOf(line)));
            topology.metrics.getMeters().forEach(meter -> clean(meter.getId().toString()));
            assertThat(topology.values(Topics.SYSTEM_EVENTS)).isNotEmpty().allSatisfy(event -> clean(event.toString()));
        }
    }

    /** The consultation, with a miss at each kind of question, abuse, a picture and an edit. */
    private void talk(TopologyUnderTest topology) {
        for (var text : List.of(
                "hi, I'm Zerlina",
                "a quokka playing the xylophone",
                "quokka quokka 12",
                "on the marsupial side of my arm",
                "quokka?",
                "marsupial size",
                "10x15cm",
                "you stupid bot quokka",
                "xylophone realism",
                "change idea to a marsupial",
                "HUMAN",
                "quokka",
                "CONTINUE")) {
            says(topology, text);
        }
        topology.receives(next(topology)
                .content(new MessageContent.Media(
                        MediaType.IMAGE, "9001", "image/jpeg", "x", "secretcaption", null, null)));
    }

    /** All that makes the processor log: poison, an unknown type, copies, stale and unknown commands, a conflict, timers. */
    private void trouble(TopologyUnderTest topology) {
        topology.receives(Topics.INBOUND, KEY, "{\"quokka".getBytes(StandardCharsets.UTF_8))
                .receives(Topics.INBOUND, "marsupial", "{}".getBytes(StandardCharsets.UTF_8))
                .receives(
                        Topics.LEAD_COMMANDS,
                        KEY,
                        "{\"type\":\"marsupial\",\"id\":\"quokka\"}".getBytes(StandardCharsets.UTF_8))
                .receives(message("wamid.0").from(PHONE).named("Zerlina").text("quokka"))
                .receives(next(topology)
                        .conflictingWith(Studios.STUDIO + "/" + OTHER_PHONE)
                        .text("quokka"))
                .receives(Incoming.command("c1", PHONE, "no-such-lead", 7, new LeadAction.Reject("marsupial")))
                .receives(next(topology).to("nobody").text("xylophone"))
                .receives(Incoming.payment("evt_1", PHONE))
                .advance(Duration.ofHours(13))
                .advance(Duration.ofSeconds(1));
        says(topology, "STOP");
    }

    private void says(TopologyUnderTest topology, String text) {
        topology.advance(Duration.ofSeconds(30));
        topology.receives(next(topology).text(text));
    }

    private Incoming.Message next(TopologyUnderTest topology) {
        return message("wamid." + messages++)
                .from(PHONE)
                .named("Zerlina")
                .withBsuid("GB.1928374655")
                .at(topology.now());
    }

    private static void clean(String text) {
        MARKERS.forEach(marker -> assertThat(text).doesNotContainIgnoringCase(marker));
    }

    /** Ours at every level; those of the libraries that the service turns off count for nothing. */
    private static boolean isLoggedInProduction(ILoggingEvent line) {
        return line.getLoggerName().startsWith("io.inkstream")
                || line.getLevel().isGreaterOrEqual(Level.INFO);
    }

    private static String everythingOf(ILoggingEvent line) {
        var parts = new ArrayList<String>();
        parts.add(line.getFormattedMessage());
        parts.add(String.valueOf(line.getKeyValuePairs()));
        parts.add(line.getMDCPropertyMap().toString());
        IThrowableProxy thrown = line.getThrowableProxy();
        parts.add(thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
        return String.join("\n", parts);
    }
}
