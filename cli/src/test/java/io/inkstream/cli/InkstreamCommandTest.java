package io.inkstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InkstreamCommandTest {
    @Test
    void help_namesEveryCommand() {
        var run = CommandRun.of("help");

        assertThat(run.exitCode()).isZero();
        assertThat(String.join("\n", run.out())).contains("topics", "replay");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topics",
                "replay",
                "bogus",
                "topics drop",
                "topics create --partitions many",
                "replay projections --admin"
            })
    void run_whenWronglyAsked_exitsWithTwoAndShowsUsage(String line) {
        var run = CommandRun.of(line.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Usage: inkstream");
    }

    @Test
    void help_doesNotShowAKeyFromTheEnvironment() {
        var help = String.join(
                "\n", CommandRun.of("replay", "projections", "--help").out());

        assertThat(help).contains("--admin", "--api-key", "--dry-run").doesNotContain("inkstream-dev-key");
    }
}
