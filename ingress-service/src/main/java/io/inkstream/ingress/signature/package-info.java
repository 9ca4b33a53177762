/** Secrets and keyed hashes over raw bytes. Must not know who signs what. */
@NullMarked
package io.inkstream.ingress.signature;

import org.jspecify.annotations.NullMarked;
