package io.inkstream.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** The recorded files that a test class answers for: each must be used by one of its tests. */
final class UsedFixtures {
    private final String folder;
    private final Predicate<String> own;
    private final Set<String> used = new HashSet<>();

    /** {@code own}: which files of the folder, by name; two classes that share a folder negate each other's. */
    UsedFixtures(String folder, Predicate<String> own) {
        this.folder = folder;
        this.own = own;
    }

    Fixture use(String file) {
        used.add(file);
        return Fixture.of(folder + "/" + file);
    }

    void mustBeAll() {
        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(
                        Fixture.namesIn(folder).stream().filter(own).toList());
    }
}
