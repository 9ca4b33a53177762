/** Tests of rendering, reading and sending. */
@NullMarked
package io.inkstream.outbound.whatsapp;

import org.jspecify.annotations.NullMarked;
