/** What each topic becomes in the database: records in, rows out. Must not know Kafka clients, HTTP, or how a decision is made. */
@NullMarked
package io.inkstream.admin.projection.rows;

import org.jspecify.annotations.NullMarked;
