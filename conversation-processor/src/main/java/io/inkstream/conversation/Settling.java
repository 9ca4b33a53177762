package io.inkstream.conversation;

import java.time.Instant;

/**
 * A client answered in words, and may go on: the next question waits until they are silent.
 *
 * @param begunAt when the answer began; the question waits no longer than {@link Bursts#MAX} from then
 * @param generation of the alarm that ends the wait
 */
record Settling(Instant begunAt, long generation) {}
