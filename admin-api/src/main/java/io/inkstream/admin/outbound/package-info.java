/** What was sent to whom, as the sender's ledger tells it. Must not know how sending works. */
@NullMarked
package io.inkstream.admin.outbound;

import org.jspecify.annotations.NullMarked;
