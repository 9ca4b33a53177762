package io.inkstream.conversation;

import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Reason;
import java.util.List;

/** The whole conversation policy. */
public final class Conversation {
    /** Grows with every change that could decide an old input differently. */
    public static final String RULES_VERSION = "1";

    private Conversation() {}

    /** What {@code input} does to {@code state} under {@code settings}. Pure: the same three give the same decision. */
    public static Decision decide(ConversationState state, Input input, StudioConfig settings) {
        return new Decision(
                state,
                null,
                List.of(new LeadEvent.InputIgnored("not-decided-yet")),
                List.of(),
                List.of(),
                List.of(Reason.of("not-decided-yet")));
    }
}
