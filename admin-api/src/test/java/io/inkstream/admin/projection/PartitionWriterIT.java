package io.inkstream.admin.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inkstream.admin.Person;
import io.inkstream.admin.projection.rows.Changes;
import io.inkstream.admin.projection.rows.LogRecord;
import io.inkstream.admin.projection.rows.TopicProjection;
import io.inkstream.schemas.BusinessClock;
import io.inkstream.schemas.identity.Contact;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Status;
import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import io.inkstream.schemas.outbound.Recipient.Role;
import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows and offset move together, by one writer, around poison. */
class PartitionWriterIT {
    private final ProjectionDatabase db = new ProjectionDatabase();
    private final List<String> parked = new ArrayList<>();
    private final Person ana = new Person();
    private LogPosition start = new LogPosition("lead.events.v1", 0, 0);
    private PartitionWriter writer = writer("one");

    @BeforeEach
    void firstProjection() {
        var live = db.schemas.liveOrFirst();
        start = db.schemas.positions(live, List.of(start)).getFirst();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void batch_isWrittenWithItsOffset() {
        var next = writer.write(leadEvents(), start, decisions(3));

        assertThat(next.next()).isEqualTo(3);
        assertThat(db.count("lead_events")).isEqualTo(3);
        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void writerThatLostItsPartition_changesNothing() {
        var batch = decisions(4);
        var zombie = writer("zombie");
        writer.write(leadEvents(), start, batch.subList(0, 2));

        assertThatThrownBy(() -> zombie.write(leadEvents(), start, batch)).isInstanceOf(StalePosition.class);

        assertThat(db.count("lead_events")).isEqualTo(2);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void twoWritersOfTheSameBatch_exactlyOneWritesIt() throws Exception {
        var batch = decisions(50);
        var writers = IntStream.range(0, 4).mapToObj(i -> writer("writer-" + i)).toList();

        var outcomes = new ArrayList<Thread>();
        var stale = new java.util.concurrent.atomic.AtomicInteger();
        for (var one : writers) {
            outcomes.add(Thread.ofPlatform().start(() -> {
                try {
                    one.write(leadEvents(), start, batch);
                } catch (StalePosition e) {
                    stale.incrementAndGet();
                }
            }));
        }
        for (var thread : outcomes) {
            thread.join(Duration.ofSeconds(20));
        }

        assertThat(stale).hasValue(3);
        assertThat(db.count("lead_events")).isEqualTo(50);
    }

    @Test
    void samePlaceReadAgain_leavesTheSameRows() {
        var batch = decisions(3);
        writer.write(leadEvents(), start, batch);
        var before = db.jdbc.queryForList("select * from leads");
        db.jdbc.update("update projection_offsets set next_offset = 0"); // a lost commit: the log is read again

        writer.write(leadEvents(), start, batch);

        assertThat(db.count("lead_events")).isEqualTo(3);
        assertThat(db.jdbc.queryForList("select * from leads")).isEqualTo(before);
    }

    @Test
    void olderRecordAfterANewerOne_doesNotTurnTheLeadBack() {
        var first = ana.decision("a", ana.lead(Status.QUALIFYING, 1), List.of(), List.of());
        var second = ana.decision("b", ana.lead(Status.PENDING_APPROVAL, 2), List.of(), List.of());

        var next = writer.write(leadEvents(), start, List.of(record(0, second)));
        writer.write(leadEvents(), next, List.of(record(1, first)));

        assertThat(db.jdbc.queryForObject("select status from leads", String.class))
                .isEqualTo("PENDING_APPROVAL");
        assertThat(db.count("lead_events")).isEqualTo(2);
    }

    @Test
    void personErasedAndBackInOneBatch_isTheNewPersonOnly() {
        var from = db.schemas
                .positions(db.schemas.liveOrFirst(), List.of(new LogPosition("contacts.v1", 0, 0)))
                .getFirst();
        var before = ana.contact();
        var later = new Contact(
                before.id(),
                Person.T0.plusSeconds(60),
                before.studio(),
                before.conversationKey(),
                before.phone(),
                "a BSUID that was erased",
                before.profileName(),
                before.consent(),
                false);
        var next = writer.write(
                projectionOf(Topics.CONTACTS), from, List.of(new LogRecord(later.id(), Json.write(later), 0, 0)));

        writer.write(
                projectionOf(Topics.CONTACTS),
                next,
                List.of(new LogRecord(later.id(), null, 0, 1), new LogRecord(later.id(), Json.write(before), 0, 2)));

        assertThat(db.jdbc.queryForMap("select bsuid, off from contacts"))
                .containsEntry("bsuid", null)
                .containsEntry("off", 2L);
    }

    @Test
    void poisonInTheMiddle_isParkedAlone() {
        var batch = new ArrayList<LogRecord>();
        for (var record : decisions(9)) {
            batch.add(record);
        }
        batch.set(4, new LogRecord("key", "{\"type\":\"no\"}".getBytes(StandardCharsets.UTF_8), 0, 4));
        batch.set(7, new LogRecord("key", null, 0, 7));

        var next = writer.write(leadEvents(), start, batch);

        assertThat(next.next()).isEqualTo(9);
        assertThat(db.count("lead_events")).isEqualTo(7);
        assertThat(db.jdbc.queryForList("select off from projection_dlt order by off", Long.class))
                .containsExactly(4L, 7L);
        assertThat(parked).containsExactly("lead.events.v1@4", "lead.events.v1@7");
    }

    @Test
    void recordThatTheDatabaseRefuses_isParkedAlone() {
        var refused = ana.decision("x", ana.lead(Status.QUALIFYING, 1), List.of(), List.of());
        db.jdbc.execute("alter table proj_1.lead_events add constraint refuse check (seq <> " + refused.seq() + ")");
        var fine = ana.decision("y", ana.lead(Status.QUALIFYING, 1), List.of(), List.of());

        writer.write(leadEvents(), start, List.of(record(0, refused), record(1, fine)));

        assertThat(db.jdbc.queryForList("select seq from lead_events", Long.class))
                .containsExactly(fine.seq());
        assertThat(db.jdbc.queryForObject("select error from projection_dlt", String.class))
                .contains("23514");
    }

    @Test
    void projectionThatWasSwappedAway_isNoticed() {
        var other = db.schemas.createBeside();
        db.schemas.makeLive(other);
        db.schemas.dropOthers();

        assertThatThrownBy(() -> writer.write(leadEvents(), start, decisions(1)))
                .isInstanceOf(StalePosition.class);
    }

    @Test
    void databaseThatIsAway_isSaidSo_andNothingIsLost() {
        var batch = decisions(2);

        db.database.close();

        assertThatThrownBy(() -> writer.write(leadEvents(), start, batch)).isInstanceOf(DatabaseUnavailable.class);
        assertThat(parked).isEmpty();
    }

    @Test
    void manyChangesOfOneLedgerRow_becomeOneRow() {
        var from = db.schemas
                .positions(db.schemas.liveOrFirst(), List.of(new LogPosition("outbound.ledger.v1", 0, 0)))
                .getFirst();
        var batch = IntStream.rangeClosed(1, 20)
                .mapToObj(revision -> new LogRecord(
                        ana.contactId(),
                        Json.write(ana.ledger("c", Role.CLIENT, 1, revision, LedgerState.CLAIMED, null)),
                        0,
                        revision))
                .toList();

        writer.write(projectionOf(Topics.LEDGER), from, batch);

        assertThat(db.jdbc.queryForList("select revision from outbound", Long.class))
                .containsExactly(20L);
    }

    private PartitionWriter writer(String owner) {
        return new PartitionWriter(
                db.database, new BusinessClock(Duration.ZERO), "proj_1", owner, new PartitionWriter.Committed() {
                    @Override
                    public void before(Connection connection, Changes changes) {
                        // nobody waits
                    }

                    @Override
                    public void parked(String topic, LogRecord record, String error) {
                        parked.add(topic + "@" + record.offset());
                    }
                });
    }

    private long stored() {
        return db.schemas
                .positions(db.schemas.liveOrFirst(), List.of(start))
                .getFirst()
                .next();
    }

    private List<LogRecord> decisions(int count) {
        return IntStream.range(0, count)
                .mapToObj(offset -> record(
                        offset,
                        ana.decision(
                                "message " + offset,
                                ana.lead(Status.QUALIFYING, offset),
                                List.of(new LeadEvent.QuestionAsked("size")),
                                List.of())))
                .toList();
    }

    private static LogRecord record(long offset, io.inkstream.schemas.lead.DecisionRecord decision) {
        return new LogRecord(decision.contactId(), Json.write(decision), 0, offset);
    }

    private static TopicProjection leadEvents() {
        return projectionOf(Topics.LEAD_EVENTS);
    }

    private static TopicProjection projectionOf(Topic<?> topic) {
        return TopicProjection.ALL.stream()
                .filter(projection -> projection.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }
}
