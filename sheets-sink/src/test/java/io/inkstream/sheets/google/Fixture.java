package io.inkstream.sheets.google;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recorded answers of the outside services. */
public final class Fixture {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Fixture() {}

    /** A file of {@code fixtures/}, such as {@code google/error_401.json}. */
    public static JsonNode read(String path) {
        try (var bytes = Objects.requireNonNull(Fixture.class.getResourceAsStream("/fixtures/" + path), path)) {
            return JSON.readTree(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
