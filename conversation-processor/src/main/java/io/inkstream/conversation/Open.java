package io.inkstream.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the client was last asked.
 *
 * @param question the question's key
 * @param value the value that is to be confirmed, in words, for the confirming kinds
 * @param askedAt when it was decided to ask; an earlier message cannot be its answer
 * @param commandId the message that asked it
 * @param wamid WhatsApp's id of that message, once known: what a reaction refers to
 */
record Open(
        String question,
        Kind kind,
        @Nullable String value,
        Instant askedAt,
        @Nullable String commandId,
        @Nullable String wamid) {

    enum Kind {
        /** The question itself. */
        PLAIN,
        /** "For your size I have 10x15. Is that right?" */
        CONFIRM_SUGGESTED,
        /** "Earlier you said 10x15, now 20x20: change it?"; {@code question} is the one to change. */
        CONFIRM_CHANGED,
        /** The comparing list for somebody who does not know. */
        HELP,
        /** Whether the person is 18; {@code question} is what comes after. */
        AGE
    }

    static Open plain(Question question, Instant askedAt) {
        return new Open(question.key(), Kind.PLAIN, null, askedAt, null, null);
    }

    Open as(Kind newKind, @Nullable String newValue) {
        return new Open(question, newKind, newValue, askedAt, commandId, wamid);
    }

    Open askedBy(String newCommandId) {
        return new Open(question, kind, value, askedAt, newCommandId, null);
    }

    Open sentAs(String newWamid) {
        return new Open(question, kind, value, askedAt, commandId, newWamid);
    }

    /** Whether a yes settles it. */
    boolean isYesNo() {
        return switch (kind) {
            case CONFIRM_SUGGESTED, CONFIRM_CHANGED, AGE -> true;
            case HELP -> false;
            case PLAIN -> question.equals(Question.COVERUP.key());
        };
    }
}
