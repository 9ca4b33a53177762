/** Meta's webhook: its signature, its envelope, and the record that every message, status and notice becomes. Must not know HTTP details or Kafka clients. */
@NullMarked
package io.inkstream.ingress.whatsapp;

import org.jspecify.annotations.NullMarked;
