/** Real infrastructure inside this process: a Kafka broker and a PostgreSQL server. Must not know topics, tables or services. */
@NullMarked
package io.inkstream.local;

import org.jspecify.annotations.NullMarked;
