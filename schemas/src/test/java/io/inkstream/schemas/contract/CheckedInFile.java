package io.inkstream.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is generated from the code and kept in the repository, so that a change of the contract shows in the diff. */
record CheckedInFile(Path path) {
    static final String UPDATE = "mvn -pl schemas test -Dschemas.update=true";

    private static final boolean UPDATING = Boolean.getBoolean("schemas.update");

    /** Fails unless the file holds exactly this; with {@code -Dschemas.update=true} writes it instead. */
    void mustBe(String generated) {
        if (UPDATING) {
            write(generated);
        }
        assertThat(text())
                .as("%s is not what the code says. If the code is right, run: %s", path, UPDATE)
                .isEqualTo(generated);
    }

    /** Empty when there is no such file. */
    String text() {
        try {
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String generated) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, generated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
