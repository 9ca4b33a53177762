/** Which conversation identifiers lead to: examples, and properties against a plain map. */
@NullMarked
package io.inkstream.ingress.identity;

import org.jspecify.annotations.NullMarked;
