package io.inkstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path home;

    @Test
    void open_whenAnotherHasIt_saysSo() {
        try (var _ = DataFolder.open(home)) {
            assertThatThrownBy(() -> DataFolder.open(home))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("another Inkstream runs")
                    .hasMessageContaining("INKSTREAM_HOME");
        }
    }

    @Test
    void open_whenTheFolderCannotBeMade_namesTheVariable() throws IOException {
        var file = Files.writeString(home.resolve("file"), "in the way");

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("INKSTREAM_HOME");
    }

    @Test
    void clear_deletesDataAndKeepsUnpackedBinaries() throws IOException {
        Files.createDirectories(home.resolve("kafka/topic-0"));
        Files.writeString(home.resolve("kafka/topic-0/log"), "x");
        Files.createDirectories(home.resolve("postgres-binaries"));
        try (var data = DataFolder.open(home)) {
            data.clockOffset(Duration.ofHours(3));

            data.clear();

            assertThat(home.resolve("kafka")).doesNotExist();
            assertThat(home.resolve("postgres-binaries")).exists();
            assertThat(data.clockOffset(Duration.ZERO)).isZero();
        }
    }

    @Test
    void clockOffset_isThatOfTheFirstStart() {
        try (var data = DataFolder.open(home)) {
            data.clockOffset(Duration.ofHours(3));
        }
        try (var data = DataFolder.open(home)) {
            assertThat(data.clockOffset(Duration.ZERO)).isEqualTo(Duration.ofHours(3));
        }
    }
}
