package io.inkstream.sheets;

import io.inkstream.sheets.google.StubSheets;
import io.inkstream.testkit.TestKafka;
import io.inkstream.testkit.TestPostgres.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service, started as in production, against the test broker, a test database and the stub sheets. */
final class RunningSink implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningSink(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts the service; {@code settings} overrides the fast defaults of the tests.
     *
     * @param sheets spreadsheet id by studio
     */
    static RunningSink start(
            StubSheets google, Database database, String group, Map<String, String> sheets, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                "--spring.kafka.consumer.group-id=" + group,
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--logging.structured.format.console=",
                "--inkstream.sheets.google.root-url=" + google.rootUrl(),
                "--inkstream.sheets.google.read-timeout=2s",
                "--inkstream.sheets.flush-interval=100ms",
                "--inkstream.sheets.backoff-max=200ms",
                "--inkstream.sheets.blocked-probe=300ms",
                "--inkstream.sheets.writes-per-minute=6000"));
        sheets.forEach((studio, id) -> arguments.add("--inkstream.sheets.studios." + studio + ".spreadsheet-id=" + id));
        arguments.addAll(List.of(settings));
        return new RunningSink(SheetsSinkApplication.application().run(arguments.toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
    }
}
