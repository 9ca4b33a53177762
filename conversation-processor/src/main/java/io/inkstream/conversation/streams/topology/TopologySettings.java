package io.inkstream.conversation.streams.topology;

import java.time.Duration;

/**
 * How the topology behaves on this machine.
 *
 * @param firesTimers false for a shadow run, which reads firings from the log instead
 * @param recentConversations how many conversations each task keeps deserialised, a few kilobytes each
 * @param settingsPatience how long a studio's first input may wait for the studio's settings
 * @param commitInterval the least time between two commits of inputs that have just arrived
 */
public record TopologySettings(
        boolean firesTimers, int recentConversations, Duration settingsPatience, Duration commitInterval) {}
