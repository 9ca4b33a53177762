package io.inkstream.outbound.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.outbound.Aftermath;
import io.inkstream.outbound.Backoff;
import io.inkstream.outbound.CallbackData;
import io.inkstream.outbound.DeliveryStatus;
import io.inkstream.outbound.GraphErrorTable;
import io.inkstream.outbound.NextStep;
import io.inkstream.outbound.stub.Commands;
import io.inkstream.schemas.BusinessClock;
import io.inkstream.schemas.identity.Contact.Consent;
import io.inkstream.schemas.json.Json;
import io.inkstream.schemas.outbound.LedgerEntry.LedgerState;
import io.inkstream.schemas.outbound.OutboundCommand;
import io.inkstream.schemas.outbound.OutboundCommand.MessageClass;
import io.inkstream.schemas.outbound.OutboundCommand.SendMessage;
import io.inkstream.schemas.outbound.SendReceipt.Outcome;
import io.inkstream.testkit.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The ledger's promises, each against a real PostgreSQL, without broker or threads of ours. */
class LedgerIT {
    private static final PGSimpleDataSource DATABASE = new PGSimpleDataSource();
    private static final Duration NO_GAP_WAIT = Duration.ZERO;

    private final BusinessClock clock = new BusinessClock(Duration.ZERO);
    private final Ledger ledger = ledger(Duration.ofSeconds(30), Duration.ofMinutes(1));
    private final Commands ana = Commands.newConversation();

    @BeforeAll
    static void migrate() {
        var database = TestPostgres.freshDatabase();
        DATABASE.setUrl(database.jdbcUrl());
        DATABASE.setUser(database.user());
        DATABASE.setPassword(database.password());
        DATABASE.setCurrentSchema("sender");
        Flyway.configure()
                .dataSource(DATABASE)
                .schemas("sender")
                .locations("classpath:db/sender")
                .load()
                .migrate();
    }

    @Test
    void claim_takesOnlyTheLowestUnfinishedOfALane() {
        accept(ana.text("one").command(), ana.text("two").command());

        var first = claimOne();
        assertThat(first.command().laneSeq()).isEqualTo(1);
        assertThat(ledger.claim(lane())).isEmpty();

        var written = settle(first, sent("wamid." + first.id()));
        assertThat(written.getFirst().more()).isTrue();
        assertThat(written.getFirst().ended()).isTrue();
        assertThat(claimOne().command().laneSeq()).isEqualTo(2);
    }

    @Test
    void accept_whenRepeated_changesNothing() {
        var command = ana.text("one").command();
        accept(command);
        var claim = claimOne();
        settle(claim, sent("wamid.repeat"));

        var again = ledger.accept(List.of(command), List.of(arrival(command)), List.of(), lane());

        assertThat(again.claims()).isEmpty();
        assertThat(row(command).state()).isEqualTo(LedgerState.SENT);
        assertThat(row(command).wamid()).isEqualTo("wamid.repeat");
    }

    @Test
    void accept_claimsInTheSameTransaction() {
        var command = ana.text("one").command();

        var accepted = ledger.accept(List.of(command), List.of(arrival(command)), List.of(), lane());

        assertThat(accepted.claims()).singleElement().satisfies(claim -> {
            assertThat(claim.row().state()).isEqualTo(LedgerState.CLAIMED);
            assertThat(claim.row().windowOpen()).isTrue();
            assertThat(claim.consent()).isEqualTo(Consent.GRANTED);
            assertThat(claim.gap()).isFalse();
        });
    }

    @Test
    void accept_claimsOnArrival_onlyTheHeadOfALane() {
        var one = ana.text("one").command();
        var two = ana.text("two").command();
        var three = ana.text("three").command();

        var first = ledger.accept(List.of(two, one), List.of(arrival(two), arrival(one)), List.of(), lane());
        assertThat(first.claims())
                .singleElement()
                .satisfies(claim -> assertThat(claim.row()).isEqualTo(row(one)));
        assertThat(ledger.accept(List.of(three), List.of(arrival(three)), List.of(), lane())
                        .claims())
                .as("the lane is busy")
                .isEmpty();

        settle(first.claims().getFirst().row(), sent("wamid.arrival"));
        var again = ledger.accept(List.of(one, two), List.of(arrival(one), arrival(two)), List.of(), lane());
        assertThat(again.claims())
                .as("of a repeated poll the head is claimed, though it is not new")
                .singleElement()
                .satisfies(claim -> assertThat(claim.row().id()).isEqualTo(two.id()));
    }

    @Test
    void accept_doesNotClaimBeyondAGap_orInALaneThatIsNotGranted() {
        var one = ana.text("one").command();
        var ben = Commands.newConversation();
        var far = ben.at(3, "three").command();

        var accepted = ledger.accept(
                List.of(one, far),
                List.of(arrival(one), new Arrival(far, ben.key(), Json.writeText(far), 0, 0)),
                List.of(),
                List.of(far.lane()));

        assertThat(accepted.claims()).isEmpty();
        assertThat(row(one).state()).isEqualTo(LedgerState.PARKED);
        assertThat(row(far).state()).isEqualTo(LedgerState.PARKED);
    }

    @Test
    void accept_byManyAtOnce_claimsOnce() throws Exception {
        var commands = new ArrayList<SendMessage>();
        var arrivals = new ArrayList<Arrival>();
        for (var i = 0; i < 50; i++) {
            var someone = Commands.newConversation();
            var command = someone.text("x").command();
            commands.add(command);
            arrivals.add(new Arrival(command, someone.key(), Json.writeText(command), 0, i));
        }
        var lanes = commands.stream().map(SendMessage::lane).toList();
        Callable<List<Claim>> accepting = () ->
                ledger.accept(List.copyOf(commands), arrivals, List.of(), lanes).claims();
        var claimed = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var result : threads.invokeAll(List.of(accepting, accepting, accepting, accepting))) {
                result.get().forEach(claim -> claimed.add(claim.row().id()));
            }
        }
        assertThat(claimed).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void claim_byManyAtOnce_isGivenOnce() throws Exception {
        var lanes = new ArrayList<String>();
        for (var i = 0; i < 50; i++) {
            var someone = Commands.newConversation();
            var command = someone.text("x").command();
            accept(someone, command);
            lanes.add(command.lane());
        }
        Set<String> claimed = ConcurrentHashMap.newKeySet();
        Callable<List<Claim>> claiming = () -> ledger.claim(lanes);
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var result : threads.invokeAll(List.of(claiming, claiming, claiming, claiming))) {
                result.get()
                        .forEach(claim -> assertThat(claimed.add(claim.row().id()))
                                .as("claimed once")
                                .isTrue());
            }
        }
        assertThat(claimed).hasSize(50);
    }

    @Test
    void gap_isWaitedFor_butNotForEver() {
        var command = ana.at(7, "seven").command();
        accept(command);
        assertThat(ledger.claim(lane())).isEmpty();

        var impatient = ledger(Duration.ofSeconds(30), NO_GAP_WAIT);
        assertThat(impatient.claim(lane()))
                .singleElement()
                .satisfies(claim -> assertThat(claim.gap()).isTrue());
    }

    @Test
    void gap_whenItsNumberArrives_isClosedInOrder() {
        accept(ana.at(2, "two").command());
        assertThat(ledger.claim(lane())).isEmpty();

        accept(ana.at(1, "one").command());

        assertThat(claimOne().command().laneSeq()).isEqualTo(1);
    }

    @Test
    void expiredClaim_becomesUncertain_neverReady_andTheFormerOwnersWriteChangesNothing() {
        var hasty = ledger(Duration.ofMillis(1), Duration.ofMinutes(1));
        accept(ana.text("one").command());
        var claim = hasty.claim(lane()).getFirst().row();
        waitForExpiry(claim);

        assertThat(row(claim.command()).state()).isEqualTo(LedgerState.UNCERTAIN);
        assertThat(ledger.claim(lane())).isEmpty();
        assertThat(settle(claim, sent("wamid.late"))).isEmpty();
        assertThat(row(claim.command()).state()).isEqualTo(LedgerState.UNCERTAIN);
        assertThat(row(claim.command()).wamid()).isNull();
    }

    @Test
    void formerOwner_whoseCommandWasSentAgain_isFlaggedAsDuplicate() {
        var hasty = ledger(Duration.ofMillis(1), Duration.ofMinutes(1));
        accept(ana.text("one").command());
        var former = hasty.claim(lane()).getFirst().row();
        waitForExpiry(former);
        clock.moveTo(Duration.ofMinutes(2));
        ledger.settleUncertain();
        var newer = claimOne();
        assertThat(newer.attempts()).isEqualTo(2);
        assertThat(newer.resends()).isEqualTo(1);
        settle(newer, sent("wamid.second"));

        var written = settle(former, sent("wamid.first"));

        assertThat(written).singleElement().satisfies(change -> {
            assertThat(change.ended()).isFalse();
            assertThat(change.row().wamid()).isEqualTo("wamid.second");
            assertThat(change.row().duplicateWamid()).isEqualTo("wamid.first");
            assertThat(change.row().why()).contains("DUPLICATE");
        });
    }

    @Test
    void uncertain_isSettledByAStatusWithOurCallbackData() {
        accept(ana.text("one").command(), ana.text("two").command());
        var claim = claimOne();
        settle(claim, new NextStep.Uncertain("SocketTimeoutException"));
        assertThat(ledger.claim(lane())).as("its lane waits").isEmpty();

        var written = report("wamid.found", DeliveryStatus.DELIVERED, claim.id() + ".1", null);

        assertThat(written).singleElement().satisfies(change -> {
            assertThat(change.ended()).isTrue();
            assertThat(change.more()).isTrue();
            assertThat(change.row().state()).isEqualTo(LedgerState.SENT);
            assertThat(change.row().outcome()).isEqualTo(Outcome.SENT);
            assertThat(change.row().delivery()).isEqualTo("delivered");
        });
        assertThat(claimOne().command().laneSeq()).isEqualTo(2);
    }

    @Test
    void uncertain_whenTheStatusSaysFailed_isDecidedByTheCode() {
        accept(ana.text("one").command());
        var claim = claimOne();
        settle(claim, new NextStep.Uncertain("reset"));

        var written = report("wamid.lost", DeliveryStatus.FAILED, claim.id() + ".1", 131026);

        assertThat(written)
                .singleElement()
                .satisfies(change -> assertThat(change.row().outcome()).isEqualTo(Outcome.FAILED));
    }

    @Test
    void uncertain_withoutAStatus_isSentAgainOrLeftToAPerson() {
        var reply = Commands.newConversation();
        var link = Commands.newConversation();
        var replyCommand = reply.text("reply").command();
        var linkCommand = link.text("pay here").ofClass(MessageClass.PAYMENT).command();
        accept(reply, replyCommand);
        accept(link, linkCommand);
        for (var claim : ledger.claim(List.of(replyCommand.lane(), linkCommand.lane()))) {
            settle(claim.row(), new NextStep.Uncertain("reset"));
        }
        assertThat(ledger.settleUncertain().changes()).isEmpty();

        clock.moveTo(Duration.ofSeconds(61));
        ledger.settleUncertain();

        assertThat(row(replyCommand).state()).isEqualTo(LedgerState.RETRY_WAIT);
        assertThat(row(replyCommand).resends()).isEqualTo(1);
        assertThat(row(linkCommand).state()).isEqualTo(LedgerState.UNCERTAIN);
        clock.moveTo(Duration.ofHours(9));
        assertThat(ledger.settleUncertain().changes()).isEmpty();
        assertThat(ledger.resolve(linkCommand.id(), Decision.SENT).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.row().outcome()).isEqualTo(Outcome.SENT));
        assertThat(ledger.resolve(linkCommand.id(), Decision.DROP).changes()).isEmpty();
    }

    @Test
    void statuses_inAnyOrderAndRepeated_onlyRaise() {
        accept(ana.text("one").command());
        var claim = claimOne();
        settle(claim, sent("wamid.order"));

        report("wamid.order", DeliveryStatus.READ, null, null);
        assertThat(report("wamid.order", DeliveryStatus.SENT, null, null)).isEmpty();
        assertThat(report("wamid.order", DeliveryStatus.FAILED, null, 131026)).isEmpty();
        assertThat(report("wamid.order", DeliveryStatus.READ, null, null)).isEmpty();

        assertThat(row(claim.command()).delivery()).isEqualTo("read");
    }

    @Test
    void status_beforeTheResponse_isNotLost() {
        accept(ana.text("one").command());
        var claim = claimOne();

        report("wamid.early", DeliveryStatus.DELIVERED, null, null); // no callback data: unknown, parked
        var written = settle(claim, sent("wamid.early"));

        assertThat(written.getFirst().row().delivery()).isEqualTo("delivered");
        assertThat(written.getFirst().ended()).isTrue();
    }

    @Test
    void status_withCallback_beforeTheResponse_settlesAtOnce_andTheResponseIsNoDuplicate() {
        accept(ana.text("one").command());
        var claim = claimOne();

        var written = report("wamid.swift", DeliveryStatus.SENT, claim.id() + ".1", null);
        assertThat(written.getFirst().ended()).isTrue();

        assertThat(settle(claim, sent("wamid.swift"))).isEmpty();
        assertThat(row(claim.command()).duplicateWamid()).isNull();
    }

    @Test
    void optOut_endsWhatIsUnfinished_butItsOwnConfirmation() {
        var waiting = ana.text("reminder").command();
        var confirmation = ana.text("you are out").evenAfterOptOut().command();
        accept(waiting, confirmation);

        var accepted =
                ledger.accept(List.of(ana.facts(Consent.OPTED_OUT, Instant.now())), List.of(), List.of(), List.of());

        assertThat(accepted.changed().changes()).singleElement().satisfies(skipped -> {
            assertThat(skipped.row().id()).isEqualTo(waiting.id());
            assertThat(skipped.row().outcome()).isEqualTo(Outcome.SKIPPED);
            assertThat(skipped.ended()).as("its receipt is due").isTrue();
        });
        assertThat(claimOne().id()).isEqualTo(confirmation.id());
    }

    @Test
    void consent_ofAnOlderDecision_doesNotReplaceTheNewer() {
        var older = ana.text("from before").consent(Consent.GRANTED).command();
        ledger.accept(List.of(ana.facts(Consent.OPTED_OUT, Instant.now())), List.of(), List.of(), List.of());

        var accepted = ledger.accept(List.of(older), List.of(arrival(older)), List.of(), List.of());
        var claims = ledger.claim(lane());

        assertThat(accepted.changed().changes()).isEmpty();
        assertThat(claims)
                .singleElement()
                .satisfies(claim -> assertThat(claim.consent()).isEqualTo(Consent.OPTED_OUT));
    }

    @Test
    void lastInbound_isTheLatestKnown() {
        var now = Instant.now();
        ledger.accept(List.of(ana.facts(Consent.GRANTED, now)), List.of(), List.of(), List.of());

        accept(ana.text("one").lastInboundAt(now.minus(Duration.ofDays(3))).command());

        assertThat(claimOne().windowOpen()).isTrue();
    }

    @Test
    void release_givesTheAttemptBack() {
        accept(ana.text("one").command());
        settle(claimOne(), new NextStep.Release("lease"));

        assertThat(claimOne().attempts()).isEqualTo(1);
    }

    @Test
    void redrive_sendsADeadCommandAgain_atItsPlace_once() {
        var one = ana.text("one").command();
        var two = ana.text("two").command();
        accept(one, two);
        settle(
                claimOne(),
                new NextStep.Finish(LedgerState.FAILED, Outcome.FAILED, true, null, 131026, "not deliverable"));
        var second = claimOne();

        var again = ledger.accept(List.of(one), List.of(arrival(one)), List.of(new Redrive(one.id(), 1)), lane());

        assertThat(again.claims()).as("the one behind it is under way").isEmpty();
        assertThat(again.changed().changes()).singleElement().satisfies(change -> {
            assertThat(change.row().state()).isEqualTo(LedgerState.READY);
            assertThat(change.ended()).isFalse();
        });
        settle(second, sent("wamid." + second.id()));
        var redriven = claimOne();
        assertThat(redriven.id()).isEqualTo(one.id());
        settle(redriven, sent("wamid." + one.id()));
        ledger.accept(
                List.of(one, two),
                List.of(arrival(one)),
                List.of(new Redrive(one.id(), 1), new Redrive(two.id(), 1)),
                lane());
        assertThat(ledger.claim(lane())).as("what was sent is not sent again").isEmpty();
    }

    @Test
    void outbox_owesUntilAcknowledged_andNeverLosesAReceiptToANewerEntry() {
        accept(ana.text("one").command());
        var claim = claimOne();
        var ended = written(claim, sent("wamid.owed"));
        var raised = reported("wamid.owed", DeliveryStatus.READ, null, null);

        acknowledge(raised);
        assertThat(owed(claim)).as("the receipt is owed").singleElement().satisfies(debt -> {
            assertThat(debt.debt()).isEqualTo(ended.debt());
            assertThat(debt.changes()).singleElement().satisfies(change -> {
                assertThat(change.ended()).isTrue();
                assertThat(change.row().outcome()).isEqualTo(Outcome.SENT);
                assertThat(change.row().revision())
                        .as("as it stands now")
                        .isEqualTo(raised.changes().getFirst().row().revision());
            });
        });
        acknowledge(ended);
        assertThat(owed(claim)).isEmpty();
    }

    @Test
    void waitingCommand_isShownOnceAsItStands() {
        accept(ana.text("one").command(), ana.text("two").command());

        var shown = mine(ledger.announceWaiting(Duration.ofSeconds(-1)));

        assertThat(shown).hasSize(2).allSatisfy(row -> assertThat(row.state()).isEqualTo(LedgerState.PARKED));
        assertThat(mine(ledger.announceWaiting(Duration.ofSeconds(-1)))).isEmpty();
    }

    @Test
    void purge_keepsTheLastOfALane() {
        var one = ana.text("one").command();
        var two = ana.text("two").command();
        accept(one, two);
        settle(claimOne(), sent("wamid.old1"));
        settle(claimOne(), sent("wamid.old2"));

        new Ledger(
                        new LedgerDatabase(DATABASE),
                        clock,
                        properties(Duration.ofSeconds(30), NO_GAP_WAIT, Duration.ZERO),
                        aftermath())
                .purge();

        assertThat(rows(one)).isEmpty();
        assertThat(rows(two)).hasSize(1);
        accept(ana.text("three").command());
        assertThat(claimOne().command().laneSeq()).isEqualTo(3);
    }

    private void accept(SendMessage... commands) {
        accept(ana, commands);
    }

    private void accept(Commands someone, SendMessage... commands) {
        var records = List.<OutboundCommand>of(commands);
        var arrivals = Arrays.stream(commands)
                .map(command -> new Arrival(command, someone.key(), Json.writeText(command), 0, 0))
                .toList();
        ledger.accept(records, arrivals, List.of(), List.of());
    }

    private Arrival arrival(SendMessage command) {
        return new Arrival(command, ana.key(), Json.writeText(command), 0, 0);
    }

    private List<String> lane() {
        return List.of(ana.contactId() + "|CLIENT");
    }

    private LedgerRow claimOne() {
        var claims = ledger.claim(lane());
        assertThat(claims).hasSize(1);
        return claims.getFirst().row();
    }

    private static NextStep sent(String wamid) {
        return new NextStep.Finish(LedgerState.SENT, Outcome.SENT, true, wamid, null, null);
    }

    private List<Written> settle(LedgerRow row, NextStep step) {
        return written(row, step).changes();
    }

    private Owed written(LedgerRow row, NextStep step) {
        return ledger.write(List.of(new Settlement(row, step)), List.of(), List.of());
    }

    private List<Written> report(
            String wamid, DeliveryStatus status, @Nullable String callback, @Nullable Integer error) {
        return reported(wamid, status, callback, error).changes();
    }

    private Owed reported(String wamid, DeliveryStatus status, @Nullable String callback, @Nullable Integer error) {
        var data = callback == null ? null : CallbackData.parse(callback).orElseThrow();
        return ledger.write(List.of(), List.of(new StatusReport(wamid, status, data, error)), List.of());
    }

    private void acknowledge(Owed owed) {
        ledger.write(List.of(), List.of(), List.of(owed.debt()));
    }

    private List<Owed> owed(LedgerRow row) {
        var all = new HashMap<Long, Owed>();
        while (ledger.unpublished(Duration.ofSeconds(-1)).stream()
                .anyMatch(owed -> all.putIfAbsent(owed.debt(), owed) == null)) {
            // the longest owed come first: go on until they come again
        }
        return all.values().stream()
                .filter(owed -> owed.changes().stream()
                        .anyMatch(change -> change.row().id().equals(row.id())))
                .toList();
    }

    private List<LedgerRow> mine(Owed owed) {
        return owed.changes().stream()
                .map(Written::row)
                .filter(row -> row.command().contactId().equals(ana.contactId()))
                .toList();
    }

    /** The lease is a millisecond long by the database's clock: it has passed when the expiry finds it. */
    private void waitForExpiry(LedgerRow claim) {
        Awaitility.await().until(() -> {
            ledger.expireClaims();
            return row(claim.command()).state() == LedgerState.UNCERTAIN;
        });
    }

    private LedgerRow row(SendMessage command) {
        return rows(command).getFirst();
    }

    private static List<LedgerRow> rows(SendMessage command) {
        return new LedgerDatabase(DATABASE)
                .inTransaction(connection -> StatusStatements.lock(connection, List.of(command.id())));
    }

    private Ledger ledger(Duration lease, Duration gapWait) {
        return new Ledger(
                new LedgerDatabase(DATABASE), clock, properties(lease, gapWait, Duration.ofDays(30)), aftermath());
    }

    private static LedgerProperties properties(Duration lease, Duration gapWait, Duration keep) {
        return new LedgerProperties("", lease, gapWait, Duration.ofSeconds(60), 3, Duration.ofMinutes(10), keep);
    }

    private static Aftermath aftermath() {
        return new Aftermath(
                GraphErrorTable.shipped(),
                new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofHours(1)),
                60);
    }
}
