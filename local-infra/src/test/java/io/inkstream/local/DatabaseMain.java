package io.inkstream.local;

import java.nio.file.Path;

/** A PostgreSQL started by a process of its own: data folder, folder of the binaries, port. */
final class DatabaseMain {
    private DatabaseMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (var database =
                EmbeddedDatabase.start(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]))) {
            database.provide("shop", "clerk", "secret");
            ChildJvm.serveUntilKilled();
        }
    }
}
