/** What is to be sent, what came of it, and each change of the sender's ledger. */
@NullMarked
package io.inkstream.schemas.outbound;

import org.jspecify.annotations.NullMarked;
