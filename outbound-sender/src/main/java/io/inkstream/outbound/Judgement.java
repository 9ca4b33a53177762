package io.inkstream.outbound;

import io.inkstream.schemas.outbound.Template;

/** What may be done with a command now; see {@link SendPolicy}. */
public sealed interface Judgement {

    /** It may leave, in one form or the other. */
    sealed interface Sendable extends Judgement {}

    /** Send the message as it is. */
    record FreeForm() implements Sendable {}

    /** Outside the window: send the command's template in its place. */
    record AsTemplate(Template template) implements Sendable {}

    /** No longer wanted: nothing is sent. */
    record Skip(String why) implements Judgement {}

    /** Outside the window, and no template stands for it. */
    record Unsendable(String why) implements Judgement {}
}
