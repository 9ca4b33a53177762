package io.inkstream.admin;

import io.inkstream.testkit.TestKafka;
import io.inkstream.testkit.TestPostgres;
import io.inkstream.testkit.TestPostgres.Database;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as {@code standalone} starts it, on free ports, with a database of its own. */
public final class RunningAdmin implements AutoCloseable {
    private static final class Shared {
        private static final RunningAdmin INSTANCE = start(Map.of());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(INSTANCE::close));
        }
    }

    private final ConfigurableApplicationContext context;
    private final Database database;

    private RunningAdmin(ConfigurableApplicationContext context, Database database) {
        this.context = context;
        this.database = database;
    }

    /** One service for all tests that only look and ask; they keep apart by their ids. */
    public static RunningAdmin shared() {
        return Shared.INSTANCE;
    }

    /** A service of the test's own; close it. */
    public static RunningAdmin start(Map<String, String> settings) {
        return start(TestPostgres.freshDatabase(), settings);
    }

    public static RunningAdmin start(Database database, Map<String, String> settings) {
        var properties = new HashMap<String, Object>(Map.of(
                "server.port",
                "0",
                "management.server.port",
                "0",
                "spring.kafka.bootstrap-servers",
                TestKafka.bootstrapServers(),
                "spring.kafka.consumer.group-id",
                "admin-" + UUID.randomUUID(),
                "spring.datasource.url",
                database.jdbcUrl(),
                "spring.datasource.username",
                database.user(),
                "spring.datasource.password",
                database.password(),
                "logging.level.io.inkstream",
                "INFO"));
        properties.putAll(settings);
        var arguments = properties.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        return new RunningAdmin(
                AdminApplication.application().profiles("standalone").run(arguments), database);
    }

    public Database database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The sessions of the public port. */
    public Manager sessions() {
        var server = (TomcatWebServer) Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
        return ((Context) server.getTomcat().getHost().findChildren()[0]).getManager();
    }

    public int port() {
        return port("local.server.port");
    }

    public int managementPort() {
        return port("local.management.port");
    }

    /** A client with the API key. */
    public Api api() {
        return Api.withKey("http://127.0.0.1:" + port());
    }

    /** A client that shows nothing yet. */
    public Api stranger() {
        return Api.anonymous("http://127.0.0.1:" + port());
    }

    public Api management() {
        return Api.anonymous("http://127.0.0.1:" + managementPort());
    }

    private int port(String property) {
        return Integer.parseInt(Objects.requireNonNull(context.getEnvironment().getProperty(property)));
    }

    @Override
    public void close() {
        context.close();
    }
}
