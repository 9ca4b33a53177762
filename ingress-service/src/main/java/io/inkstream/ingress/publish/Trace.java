package io.inkstream.ingress.publish;

import org.jspecify.annotations.Nullable;

/**
 * What follows a webhook through every record that it causes, as record headers.
 *
 * @param traceparent W3C trace context; absent when the caller gave none: ingress starts no traces
 */
public record Trace(String correlationId, @Nullable String traceparent) {}
