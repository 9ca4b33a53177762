/**
 * The whole pipeline in one process, for one machine: starts the broker, the database and every service in order, and
 * stops them in order. Must not know what any of them does: they talk through Kafka, HTTP and their own tables, as everywhere.
 */
@NullMarked
package io.inkstream.standalone;

import org.jspecify.annotations.NullMarked;
