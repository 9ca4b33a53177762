package io.inkstream.outbound;

import io.inkstream.schemas.outbound.OutboundCommand.MessageClass;

/** What to do when nobody can say whether WhatsApp took a message, and no status came within the wait. */
public final class UncertainPolicy {
    private UncertainPolicy() {}

    /** What is the lesser evil. */
    public enum Choice {
        /** A second copy is a small nuisance, silence is not: send again and count it. */
        RESEND,
        /** A second payment link or notice misleads: a person decides. */
        ASK_OPERATOR
    }

    /** {@code resends}: how often it has been sent again on suspicion; after {@code resendsMax} a person decides anyway. */
    public static Choice afterWaiting(MessageClass messageClass, int resends, int resendsMax) {
        return switch (messageClass) {
            case CONVERSATIONAL, REMINDER -> resends < resendsMax ? Choice.RESEND : Choice.ASK_OPERATOR;
            case PAYMENT, NOTICE -> Choice.ASK_OPERATOR;
        };
    }
}
