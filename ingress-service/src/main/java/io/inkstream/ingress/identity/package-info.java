/** Which conversation a person's identifiers lead to. Must not know webhooks. */
@NullMarked
package io.inkstream.ingress.identity;

import org.jspecify.annotations.NullMarked;
