package io.inkstream.conversation;

import java.time.Instant;

/** The artist wrote to the client and holds the conversation. */
record ArtistHold(Instant wroteAt, Instant until) {}
