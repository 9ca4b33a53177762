package io.inkstream.ingress.whatsapp;

import io.inkstream.ingress.http.Answer;
import io.inkstream.ingress.http.Refused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a body apart in one pass, in whatever order its fields come, and remembers where each element stands, so that
 * it can be kept byte for byte. Holds the state of one pass: one instance per body.
 */
final class EnvelopeParser {
    /** Meta's deepest payload has about a dozen levels. */
    private static final int DEPTH_MAX = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .build())
                    .build())
            .disable(
                    DeserializationFeature
                            .FAIL_ON_TRAILING_TOKENS) // subtrees are read from the middle; the end is checked here
            .build();

    private final int updatesMax;
    private final List<Envelope.Part> parts = new ArrayList<>();
    private final JsonParser parser;
    private int updates;

    private EnvelopeParser(int updatesMax, JsonParser parser) {
        this.updatesMax = updatesMax;
        this.parser = parser;
    }

    /** Throws {@link Refused} when the body is not JSON in UTF-8, is nested too deeply, or holds too many updates. */
    static Envelope parse(byte[] body, int updatesMax) throws Refused {
        if (!startsAsUtf8(body)) {
            throw new Refused(Answer.BAD_JSON);
        }
        try (var parser = MAPPER.createParser(body)) {
            return new EnvelopeParser(updatesMax, parser).envelope();
        } catch (JacksonException e) {
            throw new Refused(Answer.BAD_JSON);
        }
    }

    /** A byte order mark or a zero byte would mean another encoding, and positions that are not bytes of the text. */
    private static boolean startsAsUtf8(byte[] body) {
        return body.length >= 2 && body[0] > 0 && body[1] != 0;
    }

    private Envelope envelope() throws Refused {
        String object = null;
        var first = parser.nextToken();
        if (first == null) {
            throw new Refused(Answer.BAD_JSON); // nothing but white space
        }
        if (first == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "object" -> object = textHere();
                    case "entry" -> elements("entry", this::entry);
                    default -> parser.skipChildren();
                }
            }
        } else {
            parser.skipChildren();
        }
        if (parser.nextToken() != null) {
            throw new Refused(Answer.BAD_JSON);
        }
        return new Envelope(object, List.copyOf(parts));
    }

    private void entry() throws Refused {
        int first = parts.size();
        String id = null;
        String time = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "id" -> id = textHere();
                case "time" -> time = textHere();
                case "changes" -> elements("changes", this::change);
                default -> parser.skipChildren();
            }
        }
        nameAccount(first, id, time);
    }

    /** The id and the time may stand behind the changes that they belong to. */
    private void nameAccount(int first, @Nullable String id, @Nullable String time) {
        parts.subList(first, parts.size()).replaceAll(part -> switch (part) {
            case Envelope.Change change -> new Envelope.Change(id, time, change.field(), change.value());
            case Envelope.Misshapen misshapen -> misshapen;
        });
    }

    private void change() throws Refused {
        int start = tokenStart();
        String field = null;
        Envelope.Value value = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "field" -> field = textHere();
                case "value" -> value = value();
                default -> parser.skipChildren();
            }
        }
        count();
        parts.add(
                value == null
                        ? new Envelope.Misshapen(new Span(start, tokenEnd()), "a change without a value")
                        : new Envelope.Change(null, null, field, value));
    }

    private Envelope.Value value() throws Refused {
        int start = tokenStart();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return Envelope.Value.without(new Span(start, tokenEnd()), "value");
        }
        JsonNode metadata = null;
        JsonNode contacts = null;
        Span errors = null;
        List<Envelope.Element> messages = null;
        List<Envelope.Element> statuses = null;
        String misshapen = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var token = parser.nextToken();
            boolean list = name.equals("messages") || name.equals("statuses") || name.equals("errors");
            if (list && token != JsonToken.START_ARRAY) {
                misshapen = token == JsonToken.VALUE_NULL ? misshapen : name; // null means: none
                parser.skipChildren();
                continue;
            }
            switch (name) {
                case "metadata" -> metadata = MAPPER.readTree(parser);
                case "contacts" -> contacts = MAPPER.readTree(parser);
                case "messages" -> messages = list(messages);
                case "statuses" -> statuses = list(statuses);
                case "errors" -> errors = skipped();
                default -> parser.skipChildren();
            }
        }
        return new Envelope.Value(
                new Span(start, tokenEnd()), metadata, contacts, messages, statuses, errors, misshapen);
    }

    /** Goes on where an earlier list of the same name ended: JSON may repeat a name, and nothing may get lost. */
    private List<Envelope.Element> list(@Nullable List<Envelope.Element> before) throws Refused {
        var elements = before == null ? new ArrayList<Envelope.Element>() : before;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int start = tokenStart();
            JsonNode node = MAPPER.readTree(parser);
            elements.add(new Envelope.Element(node, new Span(start, tokenEnd())));
            count();
        }
        return elements;
    }

    /** Reads the objects of an array; whatever else stands there, or instead of it, is kept as misshapen. */
    private void elements(String name, Reading element) throws Refused {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            keepMisshapen(name + " is not a list");
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                element.read();
            } else {
                keepMisshapen("an element of " + name + " is not an object");
            }
        }
    }

    private void keepMisshapen(String detail) throws Refused {
        count();
        parts.add(new Envelope.Misshapen(skipped(), detail));
    }

    private Span skipped() {
        int start = tokenStart();
        parser.skipChildren();
        return new Span(start, tokenEnd());
    }

    private @Nullable String textHere() {
        var token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getString();
        }
        parser.skipChildren();
        return null;
    }

    private void count() throws Refused {
        if (++updates > updatesMax) {
            throw new Refused(Answer.TOO_MANY_UPDATES);
        }
    }

    private int tokenStart() {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    /** Just behind the current token, which is read to its end first: strings are read lazily. */
    private int tokenEnd() {
        parser.finishToken();
        return (int) parser.currentLocation().getByteOffset();
    }

    private interface Reading {
        void read() throws Refused;
    }
}
