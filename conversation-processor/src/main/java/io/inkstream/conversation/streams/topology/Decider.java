package io.inkstream.conversation.streams.topology;

import io.inkstream.conversation.streams.topology.Consequences.Result;
import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.inbound.InboundMessage;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Works out everything that follows from one input. Reads the stores and changes nothing, so it may fail at any point. */
final class Decider {
    /** Kafka's default limit of a record is 1 MB; what is larger would fail after the stores were changed. */
    private static final int RECORD_BYTES_MAX = 900_000;

    private final Rules rules;
    private final Conversations conversations;
    private final SeenInputs seen;
    private final Function<String, @Nullable StudioConfig> settings;
    private final ConversationCodec codec;

    /** @param settings the newest good settings of a studio, or null */
    Decider(
            Rules rules,
            Conversations conversations,
            SeenInputs seen,
            Function<String, @Nullable StudioConfig> settings,
            ConversationCodec codec) {
        this.rules = rules;
        this.conversations = conversations;
        this.seen = seen;
        this.settings = settings;
        this.codec = codec;
    }

    /** Throws {@link RejectedInput}, or whatever the rules throw, for an input that cannot be decided. */
    Consequences decide(Arrival arrival) {
        var key = arrival.key();
        var input = InputReader.read(arrival.ref().topic(), key, arrival.rawValue());
        var studioSettings = settings.apply(key.studio());
        if (studioSettings == null) {
            throw new RejectedInput(RejectedInput.Reason.NO_SETTINGS, "nobody published settings of this studio");
        }
        var trace = Trace.of(arrival.headers(), input.id(), key.studio());
        var inputKey = seen.inputKey(key, input);
        var before = conversations.find(key.text());
        var fromArtist = isArtist(key, input, studioSettings);
        var turn = new Turn(arrival, key, input, fromArtist, studioSettings, trace, before, inputKey, codec);
        if (before != null) {
            var first = seen.first(inputKey, before.sinceDay(), arrival.streamDay());
            if (first != null && first.equals(arrival.ref())) {
                return new Consequences(turn.kind(), Result.REDELIVERY, trace, null, List.of(), List.of(), List.of());
            }
            if (first != null) {
                return turn.ignoreDuplicateOf(first);
            }
        }
        return checked(turn.decide(rules));
    }

    private static boolean isArtist(ConversationKey key, Object input, StudioConfig settings) {
        var artist = settings.artist().whatsapp();
        return artist.equals(key.alias())
                || (input instanceof InboundMessage message
                        && artist.equals(message.sender().phone()));
    }

    private static Consequences checked(Consequences consequences) {
        for (var output : consequences.outputs()) {
            if (output.value().length > RECORD_BYTES_MAX) {
                throw new RejectedInput(
                        RejectedInput.Reason.TOO_LARGE,
                        output.topic().name() + " would get a record of " + output.value().length + " bytes");
            }
        }
        var change = consequences.change();
        if (change != null && change.kept().length > RECORD_BYTES_MAX) {
            throw new RejectedInput(
                    RejectedInput.Reason.TOO_LARGE, "the conversation would take " + change.kept().length + " bytes");
        }
        return consequences;
    }
}
