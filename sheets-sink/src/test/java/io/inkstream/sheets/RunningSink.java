package io.inkstream.sheets;

import io.inkstream.sheets.google.StubSheets;
import io.inkstream.testkit.TestKafka;
import io.inkstream.testkit.TestPostgres.Database;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service, started as in production, against the test broker, a test database and the stub sheets. */
final class RunningSink implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningSink(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts the service; {@code settings} ({@code name=value}) overrides the fast defaults of the tests.
     *
     * @param sheets spreadsheet id by studio
     */
    static RunningSink start(
            StubSheets google, Database database, String group, Map<String, String> sheets, String... settings) {
        var options = new TreeMap<>(Map.of(
                "server.port", "0",
                "spring.kafka.bootstrap-servers", TestKafka.bootstrapServers(),
                "spring.kafka.consumer.group-id", group,
                "spring.datasource.url", database.jdbcUrl(),
                "spring.datasource.username", database.user(),
                "spring.datasource.password", database.password(),
                "logging.structured.format.console", "",
                "inkstream.sheets.google.root-url", google.rootUrl().toString(),
                "inkstream.sheets.google.read-timeout", "2s"));
        options.putAll(Map.of(
                "inkstream.sheets.flush-interval", "100ms",
                "inkstream.sheets.backoff-max", "200ms",
                "inkstream.sheets.blocked-probe", "300ms",
                "inkstream.sheets.writes-per-minute", "6000"));
        sheets.forEach((studio, id) -> options.put("inkstream.sheets.studios." + studio + ".spreadsheet-id", id));
        for (var setting : settings) {
            var parts = setting.split("=", 2);
            options.put(parts[0], parts[1]);
        }
        var arguments = options.entrySet().stream()
                .map(option -> "--" + option.getKey() + "=" + option.getValue())
                .toArray(String[]::new);
        return new RunningSink(SheetsSinkApplication.application().run(arguments));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** As when its host is told to stop; closing it again is harmless. */
    void stop() {
        context.close();
    }

    @Override
    public void close() {
        context.close();
    }
}
