package io.inkstream.simulator.webhooks;

/** Who sends a webhook. */
public enum Provider {
    META,
    STRIPE
}
