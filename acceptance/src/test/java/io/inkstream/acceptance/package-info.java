/** The pipeline as its users meet it: over HTTP and in a browser. Must not know any class of the product. */
@NullMarked
package io.inkstream.acceptance;

import org.jspecify.annotations.NullMarked;
