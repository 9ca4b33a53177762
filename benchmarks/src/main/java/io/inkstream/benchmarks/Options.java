package io.inkstream.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a run is made.
 *
 * @param warmUp under load before each measured part: the JVM needs about a minute to compile what matters
 * @param measured length of each measured part
 * @param folder where pipelines keep their data; emptied by every start
 */
record Options(Path standaloneJar, Path folder, Duration warmUp, Duration measured, List<String> only) {
    Options {
        only = List.copyOf(only);
    }

    boolean wants(String scenario) {
        return only.isEmpty() || only.contains(scenario);
    }
}
