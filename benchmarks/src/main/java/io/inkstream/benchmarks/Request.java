package io.inkstream.benchmarks;

/** A signed webhook, ready to be written. */
@SuppressWarnings("ArrayRecordComponent") // written once and never compared
record Request(byte[] body, String signature) {}
