package io.inkstream.simulator.faults;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The trouble on order, oldest first. */
@Component
final class Faults {
    private final List<Ordered> ordered = new CopyOnWriteArrayList<>();

    private record Ordered(Fault fault, AtomicInteger left) {
        boolean takeOne() {
            return fault.times() == Integer.MAX_VALUE || left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        }
    }

    void order(Fault fault) {
        ordered.removeIf(entry -> entry.left().get() == 0); // those that are used up
        ordered.add(new Ordered(fault, new AtomicInteger(fault.times())));
    }

    void clear() {
        ordered.clear();
    }

    List<Fault> list() {
        return ordered.stream()
                .filter(entry -> entry.left().get() > 0)
                .map(Ordered::fault)
                .toList();
    }

    /** The fault that hits this call, if any; it counts as used. */
    @Nullable
    Fault next(Target target, Map<String, String> about) {
        for (var entry : ordered) {
            var fault = entry.fault();
            if (fault.target() == target && matches(fault, about) && strikes(fault) && entry.takeOne()) {
                return fault;
            }
        }
        return null;
    }

    private static boolean matches(Fault fault, Map<String, String> about) {
        return fault.match().entrySet().stream()
                .allMatch(wanted -> wanted.getValue().equals(about.get(wanted.getKey())));
    }

    private static boolean strikes(Fault fault) {
        return fault.rate() >= 1 || ThreadLocalRandom.current().nextDouble() < fault.rate();
    }
}
