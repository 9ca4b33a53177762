package io.inkstream.standalone;

import io.inkstream.local.EmbeddedDatabase;
import io.inkstream.standalone.Environment.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The one database, in which every service that keeps tables has a schema and a role of its own: the same script as with
 * docker compose. Nobody's role reads another's tables.
 */
enum ServiceDatabase {
    SENDER("inkstream_sender"),
    SHEETS("inkstream_sheets"),
    ADMIN("inkstream_admin");

    static final String NAME = "inkstream";
    /** Public, like every secret of this run. */
    static final String PASSWORD = "inkstream-dev-postgres";

    private static final String SCRIPT = "/database/services.sql";
    /** Owns the database and, since services have roles of their own, no table. */
    private static final String OWNER = "inkstream";

    final String role;

    ServiceDatabase(String role) {
        this.role = role;
    }

    /** Makes the database, roles and schemas, or hands over what an older version left in one role's hands. */
    static void prepare(EmbeddedDatabase server) {
        server.provide(NAME, OWNER, PASSWORD);
        server.run(
                script(),
                Map.of(
                        "inkstream.sender_password", PASSWORD,
                        "inkstream.sheets_password", PASSWORD,
                        "inkstream.admin_password", PASSWORD),
                NAME);
    }

    /** What a service must be told to find its schema. */
    List<String> arguments(Environment environment) {
        return List.of(
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + environment.port(Port.POSTGRES) + "/" + NAME,
                "--spring.datasource.username=" + role,
                "--spring.datasource.password=" + PASSWORD);
    }

    private static String script() {
        try (var script = ServiceDatabase.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IllegalStateException("the script " + SCRIPT + " is part of the jar");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
