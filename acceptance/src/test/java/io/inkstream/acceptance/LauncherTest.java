package io.inkstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./inkstream} says on a machine that lacks something: the script itself, in a folder where nothing is built. */
class LauncherTest {
    private static final Path LAUNCHER =
            Path.of("../inkstream").toAbsolutePath().normalize();

    /** What the script calls of a plain system; no JDK, no Maven, no Node. */
    private static final String[] SYSTEM = {
        "bash",
        "sed",
        "head",
        "dirname",
        "readlink",
        "find",
        "mktemp",
        "mkdir",
        "tee",
        "grep",
        "cat",
        "env",
        "rm",
        "mv",
        "id"
    };

    @TempDir
    private Path folder;

    private Path programs;

    record Run(int exitCode, String out, String err) {}

    @BeforeEach
    void placeScript() throws IOException {
        Files.copy(LAUNCHER, folder.resolve("inkstream"));
        programs = Files.createDirectory(folder.resolve("bin"));
        for (var program : SYSTEM) {
            Files.createSymbolicLink(programs.resolve(program), onThisMachine(program));
        }
    }

    @Test
    void withoutAJdk_saysWhichIsNeededAndHowToGetIt() throws Exception {
        var run = launch(Map.of(), "build");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("inkstream: no JDK 25 found")
                .contains("apt install", "brew install", "sdk install java", "JAVA_HOME");
    }

    @Test
    void withAnOlderJdkOnly_saysTheSame() throws Exception {
        var old = Files.createDirectories(folder.resolve("jdks/old/bin"));
        program(old.resolve("javac"), "exit 0");
        program(old.resolve("java"), "echo 'openjdk version \"21.0.4\" 2024-07-16' >&2");

        var run = launch(Map.of("INKSTREAM_JDK_FOLDERS", folder.resolve("jdks").toString()), "up");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("inkstream: no JDK 25 found");
    }

    @Test
    void withoutMaven_saysHowToGetIt() throws Exception {
        for (var command : new String[] {"build", "up", "test"}) {
            var run = launch(withJdk(), command);

            assertThat(run.exitCode()).as(command).isEqualTo(1);
            assertThat(run.err())
                    .as(command)
                    .startsWith("inkstream: Maven (mvn) is not installed.")
                    .contains("apt install maven", "brew install maven", "sdk install maven");
        }
    }

    @Test
    void withoutNode_saysHowToGetItOnceSomethingIsBuiltWithIt() throws Exception {
        program(programs.resolve("mvn"), "echo maven was called");
        Files.createDirectories(folder.resolve("admin-ui"));
        Files.writeString(folder.resolve("admin-ui/package.json"), "{}");

        assertThat(launch(withJdk(), "build").err())
                .startsWith("inkstream: the dashboard is built with Node 20 or newer.")
                .contains("apt install nodejs", "brew install node");

        program(programs.resolve("node"), "echo v18.20.4");
        assertThat(launch(withJdk(), "test").err()).contains("and this is Node 18");
    }

    @Test
    void test_buildsTheImagesToo_andPassesOnWhatItIsGiven() throws Exception {
        program(programs.resolve("mvn"), "echo \"maven: $*\"");
        program(programs.resolve("chromium"), "exit 0");

        var run = launch(withJdk(), "test", "-pl", "schemas");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().strip()).isEqualTo("maven: -B -ntp verify -Pimages -pl schemas");
    }

    @Test
    void build_whenMavenFails_showsItsErrorsAndWhereTheRestIs() throws Exception {
        program(programs.resolve("mvn"), "echo '[ERROR] the moon is in the way'; exit 1");

        var run = launch(withJdk(), "build");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("[ERROR] the moon is in the way", "inkstream: the build failed; the whole log is in");
    }

    private Map<String, String> withJdk() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"));
    }

    private Run launch(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(java.util.List.of(
                programs.resolve("bash").toString(), folder.resolve("inkstream").toString()));
        command.addAll(java.util.List.of(arguments));
        var out = folder.resolve("out.txt").toFile();
        var err = folder.resolve("err.txt").toFile();
        var builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", programs.toString(),
                        "HOME", folder.toString(),
                        "INKSTREAM_JDK_FOLDERS", folder.resolve("none").toString()));
        builder.environment().putAll(variables);
        var process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!" + onThisMachine("bash") + "\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Path onThisMachine(String program) {
        return java.util.Arrays.stream(
                        Objects.requireNonNull(System.getenv("PATH")).split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + program));
    }
}
