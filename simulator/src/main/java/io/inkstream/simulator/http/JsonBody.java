package io.inkstream.simulator.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON body of a request; Google's own client compresses it. */
public final class JsonBody {
    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonBody() {}

    /** An empty object without a body; null when it is no JSON object. */
    public static @Nullable JsonNode read(HttpServletRequest request) throws IOException {
        var stream = request.getInputStream();
        var compressed = "gzip".equalsIgnoreCase(request.getHeader("Content-Encoding"));
        var bytes = compressed ? new GZIPInputStream(stream).readAllBytes() : stream.readAllBytes();
        if (bytes.length == 0) {
            return JSON.createObjectNode();
        }
        try {
            var tree = JSON.readTree(bytes);
            return tree.isObject() ? tree : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}
