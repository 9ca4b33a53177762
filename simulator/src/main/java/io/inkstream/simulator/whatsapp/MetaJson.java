package io.inkstream.simulator.whatsapp;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON with the bytes Meta writes: compact, non-ASCII as lower-case {@code \}{@code uXXXX}, the slash as {@code \/}. */
final class MetaJson {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII, JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                    .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                    .build())
            .build();

    private MetaJson() {}

    static byte[] write(JsonNode tree) {
        return JSON.writeValueAsBytes(tree);
    }

    /** For bodies that are written field by field, without a tree. */
    static byte[] write(Consumer<JsonGenerator> writer) {
        var bytes = new ByteArrayOutputStream(4096);
        try (var generator = JSON.createGenerator(bytes)) {
            writer.accept(generator);
        }
        return bytes.toByteArray();
    }
}
