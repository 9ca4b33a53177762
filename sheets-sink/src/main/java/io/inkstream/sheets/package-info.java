/**
 * The artist's sheet as rules: which columns, which text is safe, which cells a batch covers, what a refusal means. Must not
 * know Kafka, PostgreSQL, Google's client or the wall clock; only the application class here wires them.
 */
@NullMarked
package io.inkstream.sheets;

import org.jspecify.annotations.NullMarked;
