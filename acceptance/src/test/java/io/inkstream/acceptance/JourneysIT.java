package io.inkstream.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every conversation script of {@code src/test/resources/journeys}: a new one needs no Java. */
class JourneysIT {

    @TestFactory
    Stream<DynamicTest> journeys() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/journeys"))) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(),
                            () -> new Journey(SharedPipeline.get()).play(Http.JSON.readTree(Files.readString(file)))))
                    .toList()
                    .stream();
        }
    }
}
