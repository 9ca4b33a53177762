package io.inkstream.simulator.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationArguments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the journal and, before the first request can come in, rebuilds everything from it. */
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {
    private static final String FILE = "journal.jsonl";

    @Bean(destroyMethod = "close")
    Journal journal(DataProperties data, ObjectProvider<ApplicationArguments> arguments) {
        var folder = data.dataFolder();
        if (folder == null) {
            return Journal.inMemory();
        }
        var given = arguments.getIfAvailable();
        if (data.fresh() || (given != null && given.containsOption("fresh"))) {
            delete(folder.resolve(FILE));
        }
        return Journal.open(folder.resolve(FILE));
    }

    @Bean
    SmartInitializingSingleton journalReplay(Journal journal, List<Remembered> states) {
        return () -> {
            var byKind = new HashMap<String, Remembered>();
            states.forEach(state -> state.kinds().forEach(kind -> byKind.put(kind, state)));
            journal.replay((kind, line) -> {
                var state = byKind.get(kind);
                if (state != null) { // a kind of an older version is skipped
                    state.recall(kind, line);
                }
            });
        };
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the simulator's journal " + file, e);
        }
    }
}
