package io.inkstream.conversation.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastStopTest {
    @TempDir
    private Path folder;

    @Test
    void firstStart_andOneAfterACleanStop_findNothing() {
        var stop = new LastStop(folder.resolve("streams"), "processor");
        assertThat(stop.wasUnclean()).isFalse();

        stop.started();
        stop.clean();

        assertThat(new LastStop(folder.resolve("streams"), "processor").wasUnclean())
                .isFalse();
    }

    @Test
    void startAfterAKill_findsTheMark() {
        new LastStop(folder, "processor").started();

        assertThat(new LastStop(folder, "processor").wasUnclean()).isTrue();
        assertThat(new LastStop(folder, "another").wasUnclean()).isFalse();
    }
}
