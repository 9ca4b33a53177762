package io.inkstream.conversation.streams.topology;

import io.inkstream.conversation.Conversation;
import io.inkstream.conversation.streams.topology.Consequences.Change;
import io.inkstream.conversation.streams.topology.Consequences.Result;
import io.inkstream.conversation.streams.topology.RejectedInput.Reason;
import io.inkstream.schemas.Ids;
import io.inkstream.schemas.json.UnreadableRecord;
import io.inkstream.schemas.lead.DecisionRecord;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.system.DeadLetter;
import io.inkstream.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from an input that cannot be decided: a dead letter, and where the contact is known a record on the
 * decision log. The partition goes on.
 */
final class Rejections {
    static final String SERVICE = "conversation-processor";

    /** Of the original value. JSON may double it, as every quote and backslash is escaped, and it must still fit. */
    private static final int PAYLOAD_BYTES_MAX = 440_000;

    private static final int KEY_LENGTH_MAX = 300;

    private final Conversations conversations;
    private final StudioSettings settings;
    private final ConversationCodec codec;

    Rejections(Conversations conversations, StudioSettings settings, ConversationCodec codec) {
        this.conversations = conversations;
        this.settings = settings;
        this.codec = codec;
    }

    Consequences of(Arrival arrival, Throwable fault) {
        var reason = reason(fault);
        var key = keyOf(arrival);
        var trace = Trace.of(arrival.headers(), arrival.refId(), key == null ? "" : key.studio());
        var outputs = new ArrayList<Output>();
        outputs.add(deadLetter(arrival, key, reason, detail(fault)));
        var change = key == null ? null : recordRejection(arrival, key, trace, reason, outputs);
        return new Consequences(reason.code(), Result.REJECTED, trace, change, List.of(), outputs, List.of());
    }

    private @Nullable Change recordRejection(
            Arrival arrival, ConversationKey key, Trace trace, Reason reason, List<Output> outputs) {
        var before = conversations.find(key.text());
        if (before == null) {
            return null;
        }
        var after = before.withNextSeq();
        var newest = settings.newest(key.studio());
        outputs.add(Output.of(
                Topics.LEAD_EVENTS,
                after.state().contactId(),
                new DecisionRecord(
                        Ids.derived(arrival.refId(), "decision", 0),
                        arrival.at(),
                        key.studio(),
                        after.state().contactId(),
                        null,
                        after.seq(),
                        arrival.ref(),
                        null,
                        newest == null ? 0 : newest.configVersion(),
                        Conversation.RULES_VERSION,
                        trace.correlationId(),
                        List.of(new LeadEvent.InputRejected(reason.code())),
                        List.of(),
                        after.state().snapshot())));
        return new Change(key.text(), after, codec.write(after), null);
    }

    private static Output deadLetter(Arrival arrival, @Nullable ConversationKey key, Reason reason, String detail) {
        var value = arrival.rawValue() == null ? new byte[0] : arrival.rawValue();
        var cut = value.length > PAYLOAD_BYTES_MAX;
        var payload = cut ? Arrays.copyOf(value, PAYLOAD_BYTES_MAX) : value;
        var text = asText(payload);
        var letter = new DeadLetter(
                Ids.derived(arrival.refId(), "dead-letter", 0),
                arrival.at(),
                SERVICE,
                reason.code(),
                cut ? detail + "; the first " + PAYLOAD_BYTES_MAX + " of " + value.length + " bytes" : detail,
                key == null ? null : key.studio(),
                arrival.ref().topic(),
                arrival.ref().partition(),
                arrival.ref().offset(),
                shortened(arrival.keyText()),
                text != null ? text : Base64.getEncoder().encodeToString(payload),
                text == null,
                1);
        return Output.of(Topics.PROCESSOR_DLT, null, letter);
    }

    private static Reason reason(Throwable fault) {
        return switch (fault) {
            case RejectedInput rejected -> rejected.reason();
            case UnreadableRecord _ -> Reason.UNREADABLE;
            default -> Reason.FAILED;
        };
    }

    /** Names the fault without the content: our own messages never quote it; of a foreign one only the place is told. */
    private static String detail(Throwable fault) {
        if (fault instanceof RejectedInput || fault instanceof UnreadableRecord) {
            return String.valueOf(fault.getMessage());
        }
        return fault.getClass().getSimpleName()
                + Arrays.stream(fault.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("io.inkstream"))
                        .findFirst()
                        .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                        .orElse("");
    }

    private static @Nullable ConversationKey keyOf(Arrival arrival) {
        try {
            return arrival.key();
        } catch (RejectedInput e) {
            return null;
        }
    }

    /** The bytes as text, or null when they are not UTF-8 or hold control characters, which JSON would blow up sixfold. */
    private static @Nullable String asText(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.chars().allMatch(c -> c >= ' ' || Character.isWhitespace(c)) ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static @Nullable String shortened(@Nullable String key) {
        return key == null || key.length() <= KEY_LENGTH_MAX ? key : key.substring(0, KEY_LENGTH_MAX);
    }
}
