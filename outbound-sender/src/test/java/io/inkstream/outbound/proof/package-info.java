/** Proof that every command is accepted once and in order, or flagged. Must not know more of the sender than operators see. */
@NullMarked
package io.inkstream.outbound.proof;

import org.jspecify.annotations.NullMarked;
