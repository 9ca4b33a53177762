package io.inkstream.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a fake says to one request. */
public final class Answer {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String JSON_TYPE = "application/json; charset=UTF-8";

    private final int status;
    private final String contentType;
    private final Map<String, String> headers;
    private final byte[] body;

    private Answer(int status, String contentType, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public String contentType() {
        return contentType;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }

    public static Answer json(int status, JsonNode body) {
        return new Answer(status, JSON_TYPE, Map.of(), JSON.writeValueAsBytes(body));
    }

    public static Answer json(int status, byte[] body) {
        return new Answer(status, JSON_TYPE, Map.of(), body);
    }

    public static Answer text(int status, String contentType, String body) {
        return new Answer(status, contentType, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer empty(int status) {
        return new Answer(status, "", Map.of(), new byte[0]);
    }

    public Answer with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, Map.copyOf(more), body);
    }

    /** The same, for a Spring controller to return. */
    public ResponseEntity<byte[]> entity() {
        var entity = ResponseEntity.status(status);
        headers.forEach(entity::header);
        if (!contentType.isEmpty()) {
            entity.header(HttpHeaders.CONTENT_TYPE, contentType);
        }
        return entity.body(body);
    }
}
