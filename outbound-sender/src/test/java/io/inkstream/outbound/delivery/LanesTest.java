package io.inkstream.outbound.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.outbound.ledger.LaneRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LanesTest {
    private final SendGate gate = gate(new RateProperties(0, Duration.ZERO, 1, Duration.ofMinutes(1)));
    private final Lanes lanes = new Lanes(gate, 2);

    @BeforeEach
    void openGate() {
        gate.pause(Set.of());
    }

    @Test
    void lane_whileBusy_isNotGrantedTwice_butLookedAtAgain() throws InterruptedException {
        var lane = lane("a", "n1");
        assertThat(lanes.grant(List.of(lane))).containsExactly(lane);

        assertThat(lanes.grant(List.of(lane))).isEmpty();
        lanes.offer(lane);
        lanes.done(lane, false);

        assertThat(lanes.take(10)).containsExactly(lane);
    }

    @Test
    void lane_whenDoneAndNobodyAsked_isForgotten() {
        var lane = lane("a", "n1");
        lanes.grant(List.of(lane));

        lanes.done(lane, false);

        assertThat(lanes.waitingCount()).isZero();
        assertThat(lanes.busyCount()).isZero();
    }

    @Test
    void room_isAwaited_butNotForLong() throws Exception {
        var first = lane("a", "n1");
        lanes.grant(List.of(first, lane("b", "n1")));
        var began = System.nanoTime();
        lanes.awaitRoom(5, Duration.ofMillis(50));
        assertThat(System.nanoTime() - began).as("all are taken").isGreaterThanOrEqualTo(50_000_000);

        try (var others = Executors.newSingleThreadExecutor()) {
            var waiting = others.submit(() -> {
                lanes.awaitRoom(5, Duration.ofMinutes(1));
                return true;
            });
            lanes.done(first, false);
            assertThat(waiting.get(10, TimeUnit.SECONDS))
                    .as("half of all will do")
                    .isTrue();
        }
    }

    @Test
    void outcome_isAskedFor_whenItsLaneHasMoreToDo_orAllPlacesAreTaken() throws InterruptedException {
        var askedAgain = new ArrayList<LaneRef>();
        var noRoom = new AtomicInteger();
        lanes.whenWaitedFor(askedAgain::add, noRoom::incrementAndGet);
        var busy = lane("a", "n1");
        lanes.grant(List.of(busy));
        assertThat(lanes.isAskedAgain(busy)).isFalse();

        lanes.offer(lane("b", "n1"));
        assertThat(askedAgain).as("nobody waits for another lane").isEmpty();
        lanes.offer(busy);
        lanes.offer(busy);

        assertThat(lanes.isAskedAgain(busy)).isTrue();
        assertThat(askedAgain).containsExactly(busy);
        assertThat(noRoom).hasValue(0);
        lanes.take(1);
        lanes.awaitRoom(1, Duration.ofMillis(1));
        assertThat(noRoom).hasPositiveValue();
    }

    @Test
    void slots_whenAllTaken_makeOthersWait() throws InterruptedException {
        var first = lane("a", "n1");
        lanes.grant(List.of(first, lane("b", "n1")));
        var third = lane("c", "n1");

        assertThat(lanes.grant(List.of(third))).isEmpty();
        lanes.offer(third);
        lanes.done(first, false);

        assertThat(lanes.take(10)).containsExactly(third);
    }

    @Test
    void delayedLane_comesBackInTime() throws InterruptedException {
        var lane = lane("a", "n1");
        var began = System.nanoTime();

        lanes.offerLater(lane, Duration.ofMillis(150));
        lanes.offerLater(lane, Duration.ofMinutes(10));

        assertThat(lanes.take(10)).containsExactly(lane);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void number_atItsRate_doesNotHoldUpAnother() throws InterruptedException {
        var slowGate = gate(new RateProperties(1, Duration.ZERO, 1, Duration.ofMinutes(1)));
        var served = new HashSet<String>();
        slowGate.tokensFrom(new TokenSource() {
            @Override
            public void ask(String phoneNumberId, int wanted) {
                slowGate.receive(phoneNumberId, served.add(phoneNumberId) ? 1 : 0, Duration.ofMinutes(1));
            }

            @Override
            public void slow(String phoneNumberId) {}
        });
        slowGate.pause(Set.of());
        var slow = new Lanes(slowGate, 100);
        slow.offer(lane("a", "n1"));
        slow.offer(lane("b", "n1"));
        slow.offer(lane("c", "n2"));

        assertThat(slow.take(10)).extracting(LaneRef::lane).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void reminders_letOthersGoFirst() throws InterruptedException {
        lanes.offer(new LaneRef("reminder", "studio", "n1", "x", true));
        lanes.offer(new LaneRef("both", "studio", "n1", "y", true));
        lanes.offer(lane("reply", "n1"));
        lanes.offer(lane("both", "n1"));

        assertThat(lanes.take(2)).extracting(LaneRef::lane).containsExactly("reply", "both");
        lanes.done(lane("reply", "n1"), false);
        assertThat(lanes.take(2)).extracting(LaneRef::lane).containsExactly("reminder");
    }

    @Test
    void pair_beyondItsBurst_waits_othersDoNot() throws InterruptedException {
        var pairGate = gate(new RateProperties(0, Duration.ofMillis(400), 2, Duration.ofMinutes(1)));
        pairGate.pause(Set.of());
        var paced = new Lanes(pairGate, 100);
        var began = System.nanoTime();
        for (var name : List.of("a", "b", "c")) {
            paced.offer(new LaneRef(name, "studio", "n1", "same person", false));
        }
        paced.offer(lane("d", "n1"));

        assertThat(paced.take(10)).extracting(LaneRef::lane).containsExactlyInAnyOrder("a", "b", "d");
        assertThat(paced.take(10)).extracting(LaneRef::lane).containsExactly("c");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(350));
    }

    @Test
    void pausedStudio_andHeldNumber_areRefused() {
        var opened = new ArrayList<String>();
        gate.whenOpened(() -> opened.add("opened"));
        gate.pause(Set.of("studio"));
        assertThat(lanes.grant(List.of(lane("a", "n1")))).isEmpty();

        gate.pause(Set.of());
        assertThat(opened).hasSize(1);
        gate.hold("n1", Instant.now().plusSeconds(60));
        assertThat(lanes.grant(List.of(lane("a", "n1")))).isEmpty();
        assertThat(gate.closedNumbers()).containsExactly("n1");

        gate.release("n1");
        assertThat(opened).hasSize(2);
        assertThat(lanes.grant(List.of(lane("a", "n1")))).hasSize(1);
    }

    @Test
    void heldNumber_whenItsProbeIsDue_letsOneThrough() {
        gate.hold("n1", Instant.now().minusSeconds(1));

        assertThat(lanes.grant(List.of(lane("a", "n1"), lane("b", "n1")))).hasSize(1);
        assertThat(lanes.grant(List.of(lane("c", "n1")))).isEmpty();
    }

    @Test
    void nothing_isGrantedBeforeTheSwitchesAreKnown() {
        var unknown = gate(new RateProperties(0, Duration.ZERO, 1, Duration.ofMinutes(1)));

        assertThat(new Lanes(unknown, 1).grant(List.of(lane("a", "n1")))).isEmpty();
    }

    private static SendGate gate(RateProperties rates) {
        return new SendGate(rates);
    }

    private static LaneRef lane(String name, String number) {
        return new LaneRef(name, "studio", number, name, false);
    }
}
