package io.inkstream.conversation;

import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.lead.Input;

/** The whole conversation policy: what each input does to a conversation. */
public final class Conversation {
    /** Grows with every change that could decide an old input differently. */
    public static final String RULES_VERSION = "5";

    private Conversation() {}

    /** What {@code input} does to {@code state} under {@code settings}. Pure: the same three give the same decision. */
    public static Decision decide(ConversationState state, Input input, StudioConfig settings) {
        var turn = new Turn(state, input, settings);
        Leads.turnToAddressed(turn, input);
        switch (input) {
            case Input.ClientMessage message -> ClientMessages.received(turn, message);
            case Input.ArtistMessage message -> ArtistTalk.received(turn, message);
            case Input.Command command -> {
                Bursts.interruptedBy(turn, command);
                Commands.given(turn, command);
            }
            case Input.Timer timer when Bursts.isTimerOf(timer) -> Bursts.over(turn, timer);
            case Input.Timer timer -> Stages.fired(turn, timer);
            case Input.SendOutcome outcome -> Withholding.concluded(turn, outcome);
            case Input.Payment payment -> Payments.received(turn, payment);
        }
        return turn.decision();
    }
}
