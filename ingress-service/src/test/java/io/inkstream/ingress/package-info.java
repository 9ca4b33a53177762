/** The whole service against a real broker and over real HTTP; what the parts do alone is tested beside them. */
@NullMarked
package io.inkstream.ingress;

import org.jspecify.annotations.NullMarked;
