package io.inkstream.conversation.streams.topology;

import io.inkstream.conversation.ConversationState;
import io.inkstream.conversation.Decision;
import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.lead.Input;

/** What the shell asks. {@code Conversation::decide} in production; tests of the shell plug tiny rules of their own. */
@FunctionalInterface
interface Rules {
    Decision decide(ConversationState state, Input input, StudioConfig settings);
}
