package io.inkstream.ingress.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.testkit.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AliasTableTest {
    private static final int STEPS = 2_000;
    private static final int ALIASES = 300;

    /** A put, or a removal when there is no address. */
    private record Step(
            String studio, String alias, @Nullable String address) {}

    @Test
    void table_afterAnyPutsAndRemovals_holdsWhatAMapWouldHold() {
        Property.forAll(100, AliasTableTest::steps, steps -> {
            var table = new AliasTable();
            var map = new HashMap<String, String>();

            for (var step : steps) {
                if (step.address() == null) {
                    table.remove(step.studio(), step.alias());
                    map.remove(step.studio() + '/' + step.alias());
                } else {
                    table.put(step.studio(), step.alias(), step.address());
                    map.put(step.studio() + '/' + step.alias(), step.address());
                }
            }

            assertThat(table.size()).isEqualTo(map.size());
            for (var step : steps) {
                assertThat(table.address(step.studio(), step.alias()))
                        .isEqualTo(map.get(step.studio() + '/' + step.alias()));
            }
        });
    }

    /** One segment with few homes: runs wrap around the end, and removals must close them. */
    @Test
    void segment_withCollidingFingerprints_holdsWhatAMapWouldHold() {
        Property.forAll(300, AliasTableTest::collidingSteps, steps -> {
            var segment = new AliasSegment();
            var map = new HashMap<Long, String>();

            for (var step : steps) {
                long low = Long.parseLong(step.alias());
                if (step.address() == null) {
                    segment.remove(1, low);
                    map.remove(low);
                } else {
                    segment.put(1, low, step.address());
                    map.put(low, step.address());
                }
                assertThat(segment.size()).isEqualTo(map.size());
            }
            for (var step : steps) {
                long low = Long.parseLong(step.alias());
                assertThat(segment.get(1, low)).isEqualTo(map.get(low));
            }
        });
    }

    @Test
    void address_ofAnyShape_comesBackUnchanged() {
        var table = new AliasTable();
        var addresses = List.of(
                "447700900123", "1", "0123", "999999999999999999", "9999999999999999999", "GB.1349", "", "00", "é");

        addresses.forEach(address -> table.put("studio", "alias-" + address, address));

        assertThat(addresses)
                .allSatisfy(address ->
                        assertThat(table.address("studio", "alias-" + address)).isEqualTo(address));
    }

    @Test
    void millionAliases_takeLessThanHundredBytesEach() {
        var table = new AliasTable();
        long before = usedAfterCollection();

        for (int i = 0; i < 1_000_000; i++) {
            table.put("studio", "GB." + i, "4477" + (100_000_000L + i));
        }

        long bytesEach = (usedAfterCollection() - before) / 1_000_000;
        assertThat(table.size()).isEqualTo(1_000_000);
        assertThat(bytesEach).isLessThan(100);
    }

    @SuppressWarnings("System.GC") // the only way to see what is held
    private static long usedAfterCollection() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static List<Step> steps(RandomGenerator random) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < STEPS; i++) {
            steps.add(new Step(
                    random.nextBoolean() ? "studio" : "second",
                    String.valueOf(random.nextInt(ALIASES)),
                    address(random)));
        }
        return steps;
    }

    private static List<Step> collidingSteps(RandomGenerator random) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < 60; i++) {
            long low = random.nextInt(4) + 16L * random.nextInt(6) + (random.nextBoolean() ? 12 : 0);
            steps.add(new Step("", String.valueOf(low), address(random)));
        }
        return steps;
    }

    private static @Nullable String address(RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> String.valueOf(random.nextLong(1, 1_000_000_000_000L));
            default -> "GB." + random.nextInt(1000);
        };
    }
}
