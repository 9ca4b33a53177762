/** Which studio a business number belongs to, and which number is its artist's. Must not know webhooks. */
@NullMarked
package io.inkstream.ingress.studios;

import org.jspecify.annotations.NullMarked;
