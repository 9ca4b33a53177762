package io.inkstream.admin.replay;

/** What the log holds of one partition: offsets from {@code start}, below {@code end}. */
record HeldRange(String topic, int partition, long start, long end) {}
