/** Payment events as the provider reported them. */
@NullMarked
package io.inkstream.schemas.payment;

import org.jspecify.annotations.NullMarked;
