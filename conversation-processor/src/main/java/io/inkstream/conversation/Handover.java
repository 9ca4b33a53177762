package io.inkstream.conversation;

import io.inkstream.schemas.lead.Status;
import org.jspecify.annotations.Nullable;

/**
 * A person has the conversation.
 *
 * @param reason why, as a {@code reason.<name>} of the copy
 * @param returnTo the status that was left; the question that was open stays open meanwhile
 * @param detail more on the reason, such as the field that could not be read
 */
record Handover(String reason, Status returnTo, @Nullable String detail) {}
