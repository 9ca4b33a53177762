package io.inkstream.ingress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The sample webhooks, as bytes. */
public final class Fixtures {
    private Fixtures() {}

    public static byte[] whatsapp(String name) {
        return read("whatsapp", name);
    }

    public static byte[] stripe(String name) {
        return read("stripe", name);
    }

    /** Every webhook of Meta's, by name and in order; not the signature vectors, which are no webhook. */
    public static List<String> whatsappWebhooks() {
        try (var files = Files.list(folder("whatsapp"))) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(name -> !name.equals("signature_vectors"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String folder, String name) {
        try {
            return Files.readAllBytes(folder(folder).resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String name) {
        try {
            var url = Objects.requireNonNull(Fixtures.class.getResource("/fixtures/" + name));
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
