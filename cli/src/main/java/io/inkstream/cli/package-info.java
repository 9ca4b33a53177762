/** The operators' command line. Must not know any service's inside: it talks to Kafka's admin interface and the admin API. */
@NullMarked
package io.inkstream.cli;

import org.jspecify.annotations.NullMarked;
