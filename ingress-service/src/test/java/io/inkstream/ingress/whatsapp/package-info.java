/** Meta's signature, envelope and contents, without HTTP and without a broker. */
@NullMarked
package io.inkstream.ingress.whatsapp;

import org.jspecify.annotations.NullMarked;
