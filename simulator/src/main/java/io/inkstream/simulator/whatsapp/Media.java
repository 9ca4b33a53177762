package io.inkstream.simulator.whatsapp;

import io.inkstream.simulator.journal.DataProperties;
import io.inkstream.simulator.journal.Journal;
import io.inkstream.simulator.journal.Remembered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Pictures, voice notes and files by media id. What was uploaded is kept; any other id is a built-in file of the kind
 * that the message with this id spoke of, else a picture.
 */
@Component
public final class Media implements Remembered {
    private static final String UPLOADED = "media";
    private static final String MENTIONED = "media-type";
    private static final long FIRST_ID = 1_000_000_000_000_000L;

    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final Map<String, Content> uploads = new ConcurrentHashMap<>();
    private final Map<String, Content> builtIn = new ConcurrentHashMap<>();
    private final Journal journal;
    private final DataProperties data;

    Media(Journal journal, DataProperties data) {
        this.journal = journal;
        this.data = data;
    }

    /** A file. */
    public static final class Content {
        private final String type;
        private final byte[] bytes;

        Content(String type, byte[] bytes) {
            this.type = type;
            this.bytes = bytes;
        }

        /** MIME type as WhatsApp writes it, such as {@code audio/ogg; codecs=opus}. */
        public String type() {
            return type;
        }

        public byte[] bytes() {
            return bytes;
        }

        public String sha256Hex() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }

    /** Keeps a file; its new id. */
    public String upload(String type, byte[] bytes) {
        var id = String.valueOf(FIRST_ID + ThreadLocalRandom.current().nextLong(FIRST_ID));
        uploads.put(id, new Content(type, bytes));
        var folder = data.dataFolder();
        if (folder != null) {
            write(folder.resolve(UPLOADED).resolve(id), bytes);
            journal.append(UPLOADED, Map.of("id", id, "type", type));
        }
        return id;
    }

    /** A message spoke of this id: its download is of that type. */
    void mention(JsonNode message) {
        var media = message.path(message.path("type").asString(""));
        var id = media.path("id").asString("");
        var type = media.path("mime_type").asString("");
        if (!id.isEmpty() && !type.isEmpty() && types.putIfAbsent(id, type) == null) {
            journal.append(MENTIONED, Map.of("id", id, "type", type));
        }
    }

    public Content find(String id) {
        var upload = uploads.get(id);
        return upload == null ? builtIn(types.getOrDefault(id, "image/jpeg")) : upload;
    }

    private Content builtIn(String type) {
        return builtIn.computeIfAbsent(type, _ -> new Content(type, resource(fileFor(type))));
    }

    private static String fileFor(String type) {
        if (type.startsWith("audio/")) {
            return "voice.ogg";
        }
        return type.startsWith("image/") ? "picture.jpg" : "file.pdf";
    }

    private static byte[] resource(String name) {
        try (var stream = Media.class.getResourceAsStream("/simulator-media/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the uploaded file", e);
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(UPLOADED, MENTIONED);
    }

    @Override
    public void recall(String kind, JsonNode line) {
        var id = line.path("id").asString();
        var type = line.path("type").asString();
        var folder = data.dataFolder();
        if (kind.equals(MENTIONED) || folder == null) {
            types.put(id, type);
            return;
        }
        try {
            uploads.put(
                    id,
                    new Content(
                            type, Files.readAllBytes(folder.resolve(UPLOADED).resolve(id))));
        } catch (IOException e) {
            throw new UncheckedIOException("the uploaded file of the journal is gone", e);
        }
    }
}
