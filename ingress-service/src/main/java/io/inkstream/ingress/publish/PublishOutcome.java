package io.inkstream.ingress.publish;

/** What became of the records of one webhook. Only {@link Acknowledged} may be answered with 200. */
public sealed interface PublishOutcome {

    /** The broker has every record. */
    record Acknowledged() implements PublishOutcome {}

    /** Nothing was sent: too many records wait for the broker already. */
    record Full() implements PublishOutcome {}

    /** At least one record is not known to be on the log; the provider must send all of them again. */
    record Failed(String why) implements PublishOutcome {}
}
