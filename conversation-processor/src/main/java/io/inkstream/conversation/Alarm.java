package io.inkstream.conversation;

import java.time.Instant;

/** A timer to start: when {@code dueAt} has come, an input with this id and generation arrives. */
public record Alarm(String timerId, long generation, Instant dueAt) {}
