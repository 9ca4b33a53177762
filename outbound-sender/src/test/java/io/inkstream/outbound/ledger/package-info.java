/** Tests of the ledger against a real PostgreSQL. */
@NullMarked
package io.inkstream.outbound.ledger;

import org.jspecify.annotations.NullMarked;
