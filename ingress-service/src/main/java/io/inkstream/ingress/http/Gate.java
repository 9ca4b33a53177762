package io.inkstream.ingress.http;

/** Whether webhooks may come in: not before we know whose conversations they belong to. */
@FunctionalInterface
public interface Gate {
    boolean open();
}
