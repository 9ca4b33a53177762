package io.inkstream.testkit;

import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Checks a property on many random values; a failure names the seed that shows it again. */
public final class Property {
    private static final int RUNS = Integer.getInteger("property.runs", 500);

    private Property() {}

    /**
     * Runs {@code property} on values of {@code generator}. {@code -Dproperty.seed=} repeats one value,
     * {@code -Dproperty.runs=} changes how many are tried.
     */
    public static <T> void forAll(Function<RandomGenerator, T> generator, Consumer<T> property) {
        forAll(RUNS, generator, property);
    }

    /** As {@link #forAll(Function, Consumer)}, for a property that is slow to check. */
    public static <T> void forAll(int runs, Function<RandomGenerator, T> generator, Consumer<T> property) {
        var fixed = Long.getLong("property.seed");
        if (fixed != null) {
            check(fixed, generator, property);
            return;
        }
        var seeds = new Random();
        for (var run = 0; run < runs; run++) {
            check(seeds.nextLong(), generator, property);
        }
    }

    private static <T> void check(long seed, Function<RandomGenerator, T> generator, Consumer<T> property) {
        var value = generator.apply(new Random(seed));
        try {
            property.accept(value);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("fails with -Dproperty.seed=" + seed + " for " + value, e);
        }
    }
}
