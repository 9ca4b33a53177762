/** Follows the log into PostgreSQL: rows and offsets in one transaction, fenced. Must not know HTTP, nor what the rows are shown as. */
@NullMarked
package io.inkstream.admin.projection;

import org.jspecify.annotations.NullMarked;
