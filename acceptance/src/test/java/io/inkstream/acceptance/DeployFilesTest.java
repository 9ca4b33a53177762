package io.inkstream.acceptance;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.inkstream.acceptance.ComposeFile.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The files that put the pipeline into containers agree with each other and with the services; no container is needed. */
class DeployFilesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final ComposeFile COMPOSE = ComposeFile.read(ROOT.resolve("docker-compose.yml"));
    private static final List<String> MODULES = List.of(
            "ingress-service", "conversation-processor", "outbound-sender", "sheets-sink", "admin-api", "simulator");

    /** What Spring Boot itself reads, beyond the properties in a service's own file. */
    private static final Set<String> OF_BOOT = Set.of(
            "SPRING_PROFILES_ACTIVE",
            "SPRING_CONFIG_ADDITIONALLOCATION",
            "SERVER_ADDRESS",
            "MANAGEMENT_SERVER_ADDRESS");

    @Test
    void compose_runsEveryServiceByItsModulesName() {
        assertThat(COMPOSE.services()).extracting(Container::module).containsExactlyInAnyOrderElementsOf(MODULES);
        assertThat(COMPOSE.services())
                .allSatisfy(service -> assertThat(service.name()).isEqualTo(service.module()))
                .allSatisfy(service ->
                        assertThat(service.definition().get("image")).isEqualTo("inkstream/" + service.module()));
    }

    @Test
    void variables_areThoseOfTheExample() throws IOException {
        var example = Files.readAllLines(ROOT.resolve("deploy/env.example")).stream()
                .filter(line -> line.matches("[A-Z_0-9]+=.*"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();

        assertThat(example).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(COMPOSE.variables());
    }

    @Test
    void example_holdsNoPublicSecretAndNotTheirProfile() throws IOException {
        assertThat(ROOT.resolve("deploy/env.example"))
                .content()
                .doesNotContain("inkstream-dev")
                .contains("INKSTREAM_PROFILE=production");
    }

    @Test
    void images_areMadeOfTheJarsThatTheModulesBuild() throws IOException {
        var parent = read("pom.xml");
        var dockerfile = read("deploy/Dockerfile");

        assertThat(dockerfile).contains("COPY ${MODULE}/target/${MODULE}-exec.jar");
        assertThat(parent).contains("<classifier>exec</classifier>");
        assertThat(MODULES)
                .allSatisfy(module -> assertThat(read(module + "/pom.xml"))
                        .contains("<artifactId>" + module + "</artifactId>", "<image.skip>false</image.skip>"));
        assertThat(read("deploy/cli.Dockerfile")).contains("COPY cli/target/cli.jar", "COPY cli/target/lib/");
        assertThat(read("cli/pom.xml"))
                .contains(
                        "<finalName>cli</finalName>",
                        "<outputDirectory>${project.build.directory}/lib</outputDirectory>");
        assertThat(read(".dockerignore").lines())
                .containsAll(MODULES.stream()
                        .map(module -> "!" + module + "/target/" + module + "-exec.jar")
                        .toList())
                .contains("!cli/target/cli.jar", "!cli/target/lib");
    }

    @Test
    void buildImages_buildsEveryImageOfOurs() throws IOException {
        var script = read("deploy/build-images");

        assertThat(ROOT.resolve("deploy/build-images")).isExecutable();
        assertThat(script).contains("for module in " + String.join(" ", MODULES) + ";");
        assertThat(COMPOSE.containers().stream()
                        .map(container -> String.valueOf(container.definition().get("image")))
                        .filter(image -> image.startsWith("inkstream/"))
                        .collect(toSet()))
                .hasSize(MODULES.size() + 1)
                .contains("inkstream/cli");
    }

    @Test
    void images_runAsAUserOfTheirOwn() throws IOException {
        for (var dockerfile : dockerfiles()) {
            var lines = read(dockerfile).lines().toList();

            assertThat(lines).as(dockerfile).contains("USER inkstream");
            assertThat(lines.indexOf("USER inkstream"))
                    .as(dockerfile + ": nothing is copied or run after it")
                    .isGreaterThan(lines.stream()
                            .filter(line -> line.startsWith("COPY") || line.startsWith("RUN"))
                            .mapToInt(lines::lastIndexOf)
                            .max()
                            .orElseThrow());
        }
    }

    @Test
    void files_thatAreNamedExist() {
        var named = new TreeSet<>(dockerfiles());
        for (var container : COMPOSE.containers()) {
            container.strings("volumes").stream()
                    .map(ComposeFile::withDefaults)
                    .map(volume -> volume.substring(0, volume.indexOf(':')))
                    .forEach(source -> {
                        if (source.startsWith(".")) {
                            named.add(source);
                        } else {
                            assertThat(COMPOSE.section("volumes")).containsKey(source);
                        }
                    });
        }

        assertThat(named)
                .hasSizeGreaterThan(2)
                .allSatisfy(file -> assertThat(ROOT.resolve(file)).exists());
    }

    @Test
    void dependencies_areContainersThatTellTheirHealthOrEnd() {
        for (var container : COMPOSE.containers()) {
            dependencies(container).forEach((name, condition) -> {
                var definition = container(name).definition();
                switch (condition) {
                    case "service_healthy" -> assertThat(definition).containsKey("healthcheck");
                    case "service_completed_successfully" ->
                        assertThat(definition).as("a job ends").doesNotContainKey("restart");
                    default ->
                        throw new AssertionError(
                                container.name() + " starts with " + name + " and does not wait for it");
                }
            });
        }
    }

    @Test
    void services_startAfterWhatTheyTalkTo() {
        for (var container : COMPOSE.containers()) {
            var environment = container.environment();
            var waitsFor = dependencies(container);
            if (environment.containsKey("SPRING_KAFKA_BOOTSTRAPSERVERS")) {
                assertThat(waitsFor).as(container.name()).containsEntry("topics", "service_completed_successfully");
            }
            if (environment.containsKey("SPRING_DATASOURCE_URL")) {
                assertThat(waitsFor).as(container.name()).containsEntry("postgres", "service_healthy");
                assertThat(waitsFor).as(container.name()).containsEntry("database", "service_completed_successfully");
            }
        }
        assertThat(dependencies(container("database"))).containsEntry("postgres", "service_healthy");
        assertThat(dependencies(container("topics"))).containsEntry("kafka", "service_healthy");
    }

    @Test
    void broker_isReachedWhereItListens() {
        var broker = container("kafka");
        var address = broker.value("KAFKA_ADVERTISED_LISTENERS").replace("PLAINTEXT://", "");

        assertThat(address).startsWith("kafka:");
        assertThat(broker.value("KAFKA_LISTENERS")).contains("PLAINTEXT://0.0.0.0:" + port(address));
        assertThat(healthCheck(broker)).contains("/dev/tcp/localhost/" + port(address));
        assertThat(COMPOSE.services())
                .filteredOn(service -> settings(service).knows("spring.kafka.bootstrap-servers"))
                .hasSize(MODULES.size() - 1)
                .allSatisfy(service -> assertThat(service.value("SPRING_KAFKA_BOOTSTRAPSERVERS"))
                        .isEqualTo(address));
        assertThat(List.of(container("topics"), container("tools")))
                .allSatisfy(commandLine -> assertThat(commandLine.value("INKSTREAM_KAFKA_BOOTSTRAP"))
                        .isEqualTo(address));
    }

    @Test
    void database_isReachedWhereItListens() {
        var database = container("postgres");
        var name = database.value("POSTGRES_DB");

        assertThat(healthCheck(database))
                .contains("pg_isready -h localhost -U " + database.value("POSTGRES_USER") + " -d " + name);
        assertThat(COMPOSE.services())
                .filteredOn(service -> settings(service).knows("spring.datasource.url"))
                .extracting(Container::name)
                .containsExactlyInAnyOrder("outbound-sender", "sheets-sink", "admin-api");
        assertThat(COMPOSE.services())
                .filteredOn(service -> settings(service).knows("spring.datasource.url"))
                .allSatisfy(service -> assertThat(service.value("SPRING_DATASOURCE_URL"))
                        .isEqualTo("jdbc:postgresql://postgres:5432/" + name));
    }

    @Test
    void roles_areMadeForEveryServiceWithTables_eachWithItsOwnPassword() throws IOException {
        var job = container("database");
        var passwords = new TreeSet<String>();
        for (var service : COMPOSE.services()) {
            var settings = settings(service).values();
            if (settings.containsKey("spring.datasource.url")) {
                var schema = Objects.requireNonNull(settings.get("spring.datasource.hikari.schema"));
                var password = service.value("SPRING_DATASOURCE_PASSWORD");

                assertThat(service.value("SPRING_DATASOURCE_USERNAME"))
                        .isEqualTo("inkstream_" + schema)
                        .isEqualTo(settings.get("spring.datasource.username"));
                assertThat(job.value(schema.toUpperCase(java.util.Locale.ROOT) + "_PASSWORD"))
                        .isEqualTo(password);
                assertThat(read("deploy/database/services.sql")).contains("'" + schema + "'");
                assertThat(read("deploy/database/services.psql"))
                        .contains("inkstream." + schema + "_password", "\\ir services.sql");
                passwords.add(password);
            }
        }
        assertThat(passwords).hasSize(3).doesNotContain(container("postgres").value("POSTGRES_PASSWORD"));
        assertThat(job.value("PGPASSWORD")).isEqualTo(container("postgres").value("POSTGRES_PASSWORD"));
        assertThat(String.valueOf(job.definition().get("entrypoint"))).contains("/database/services.psql");
    }

    @Test
    void healthChecks_askWhatTheServicesAnswer() throws IOException {
        assertThat(read("deploy/Dockerfile"))
                .contains("HEALTHCHECK", "http://127.0.0.1:${MANAGEMENT_PORT}/actuator/health/readiness");
        assertThat(COMPOSE.services()).allSatisfy(service -> {
            var values = settings(service).values();
            assertThat(values).containsEntry("management.endpoint.health.probes.enabled", "true");
            assertThat(values.get("management.endpoints.web.exposure.include")).contains("health");
            assertThat(service.definition()).as("the image's own check counts").doesNotContainKey("healthcheck");
        });
    }

    /** Inside a container localhost is the container itself: such a setting must be given another value. */
    @Test
    void settings_thatPointAtThisMachineAreGivenAnAddressInTheNetwork() {
        for (var service : COMPOSE.services()) {
            settings(service)
                    .pointingAtThisMachine()
                    .forEach(property -> assertThat(service.environment().keySet())
                            .as(service.name() + ": " + property)
                            .anyMatch(variable -> ServiceSettings.isOf(variable, property)));
        }
    }

    @Test
    void ports_areThoseOfEachServicesSettings() {
        for (var service : COMPOSE.services()) {
            var settings = settings(service);
            var shown = Objects.requireNonNull(settings.port("server.port"));
            var management = managementPort(service);

            assertThat(service.value("MANAGEMENT_PORT")).as(service.name()).isEqualTo(String.valueOf(management));
            assertThat(service.environment().containsKey("MANAGEMENT_SERVER_ADDRESS"))
                    .as(service.name() + ": a management address needs a management port of its own")
                    .isEqualTo(management != shown);
            assertThat(service.strings("ports"))
                    .as(service.name() + ": only the public port is published, where there is one")
                    .hasSize(management == shown ? 0 : 1)
                    .allSatisfy(port -> assertThat(port).endsWith(":" + shown))
                    .allSatisfy(port ->
                            assertThat(ComposeFile.withDefaults(port)).isEqualTo("127.0.0.1:" + shown + ":" + shown));
        }
    }

    @Test
    void addresses_insideTheNetworkAreThoseOfContainersAndTheirPorts() {
        var address = Pattern.compile("http://([a-z-]+):(\\d+)(/actuator)?");
        var checked = new ArrayList<String>();
        for (var container : COMPOSE.containers()) {
            container.environment().values().stream()
                    .flatMap(value -> address.matcher(ComposeFile.withDefaults(String.valueOf(value)))
                            .results())
                    .filter(found -> !found.group(1).equals("localhost"))
                    .forEach(found -> {
                        assertThat(Integer.valueOf(found.group(2)))
                                .as(found.group())
                                .isEqualTo(port(found));
                        checked.add(found.group());
                    });
        }

        assertThat(checked)
                .contains("http://ingress-service:8080", "http://simulator:8090", "http://admin-api:8081")
                .filteredOn(url -> url.endsWith("/actuator"))
                .as("every other service follows the simulator's clock")
                .hasSize(MODULES.size() - 1);
    }

    @Test
    void environment_saysSomethingToTheServiceThatGetsIt() {
        for (var service : COMPOSE.services()) {
            var settings = settings(service);

            assertThat(service.environment().keySet())
                    .as(service.name())
                    .allMatch(name -> name.equals("MANAGEMENT_PORT")
                            || OF_BOOT.contains(name)
                            || (name.equals("SPRING_DATASOURCE_PASSWORD") && settings.knows("spring.datasource.url"))
                            || settings.knows(name));
        }
    }

    @Test
    void exampleSettings_sayOnlyWhatTheServiceKnows() throws IOException {
        var examples = 0;
        for (var module : MODULES) {
            var example = ROOT.resolve("deploy/config/" + module + "/" + module + ".yml.example");
            if (Files.exists(example)) {
                var settings = ServiceSettings.of(ROOT.resolve(module));
                ServiceSettings.properties(
                        example,
                        (document, property) -> assertThat(settings.knows(property.getKey()))
                                .as(module + " does not know " + property.getKey())
                                .isTrue());
                examples++;
            }
        }

        assertThat(examples).isEqualTo(3);
    }

    @Test
    void commandLine_readsTheVariablesItIsGiven() throws IOException {
        var sources = read("cli/src/main/java/io/inkstream/cli/TopicsCommand.java")
                + read("cli/src/main/java/io/inkstream/cli/AdminApi.java")
                + read("cli/src/main/java/io/inkstream/cli/ReplayCommand.java");

        for (var container : COMPOSE.containers()) {
            if (container.module() == null && container.name().matches("topics|tools")) {
                assertThat(container.environment().keySet())
                        .isNotEmpty()
                        .allSatisfy(name -> assertThat(sources).contains("${env:" + name + ":-"));
            }
        }
        var topics = container("topics");
        assertThat(topics.strings("command").stream().filter(word -> word.startsWith("--")))
                .isNotEmpty()
                .allSatisfy(option -> assertThat(sources).contains("names = \"" + option + "\""));
    }

    private static int port(MatchResult address) {
        var service = container(address.group(1));
        return address.group(3) != null
                ? managementPort(service)
                : Objects.requireNonNull(settings(service).port("server.port"));
    }

    private static String port(String address) {
        return address.substring(address.indexOf(':') + 1);
    }

    private static String healthCheck(Container container) {
        return String.valueOf(container.definition().get("healthcheck"));
    }

    private static int managementPort(Container service) {
        var settings = settings(service);
        return Objects.requireNonNullElseGet(
                settings.port("management.server.port"), () -> Objects.requireNonNull(settings.port("server.port")));
    }

    private static ServiceSettings settings(Container service) {
        return ServiceSettings.of(ROOT.resolve(Objects.requireNonNull(service.module())));
    }

    private static Container container(String name) {
        return COMPOSE.containers().stream()
                .filter(container -> container.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no container " + name));
    }

    private static Set<String> dockerfiles() {
        return COMPOSE.containers().stream()
                .map(Container::dockerfile)
                .filter(Objects::nonNull)
                .collect(toSet());
    }

    private static Map<String, String> dependencies(Container container) {
        var conditions = new java.util.TreeMap<String, String>();
        if (container.definition().get("depends_on") instanceof Map<?, ?> map) {
            map.forEach((name, how) -> conditions.put(
                    String.valueOf(name), how instanceof Map<?, ?> said ? condition(said) : "service_started"));
        }
        return conditions;
    }

    private static String condition(Map<?, ?> how) {
        @Nullable Object condition = how.get("condition");
        return condition == null ? "service_started" : condition.toString();
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }
}
