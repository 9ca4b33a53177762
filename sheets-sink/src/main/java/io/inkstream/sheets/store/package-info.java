/**
 * Which row belongs to which lead, what it should show, and what of it is written: PostgreSQL, schema {@code sheets}. Must not
 * know Kafka or Google.
 */
@NullMarked
package io.inkstream.sheets.store;

import org.jspecify.annotations.NullMarked;
