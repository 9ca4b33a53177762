package io.inkstream.conversation.streams.topology;

import io.inkstream.conversation.Alarm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that follows from one input, complete and in wire form before anything of it is put or written.
 *
 * @param change the conversation afterwards; absent when the input could be tied to none
 * @param kind of input, for metrics
 * @param signals what is to be counted once all of it is written
 */
record Consequences(
        String kind,
        Result result,
        Trace trace,
        @Nullable Change change,
        List<Alarm> alarms,
        List<Output> outputs,
        List<Telemetry.Signal> signals) {

    Consequences {
        signals = List.copyOf(signals);
        alarms = List.copyOf(alarms);
        outputs = List.copyOf(outputs);
    }

    /** What became of the input. */
    enum Result {
        DECIDED,
        /** A second copy of an input that was decided before. */
        DUPLICATE,
        /** The same record of the log again: its decision stands already, nothing is written. */
        REDELIVERY,
        REJECTED
    }

    /**
     * A conversation to put.
     *
     * @param inputKey under which the input is to be remembered; absent for one that must not be
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Change(String key, ConversationRecord after, byte[] kept, byte @Nullable [] inputKey) {}
}
