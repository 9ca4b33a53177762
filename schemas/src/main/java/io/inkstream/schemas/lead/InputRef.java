package io.inkstream.schemas.lead;

/** Where an input stands on the log. */
public record InputRef(String topic, int partition, long offset) {}
