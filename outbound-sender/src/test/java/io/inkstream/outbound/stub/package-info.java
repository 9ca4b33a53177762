/** Test support: a stand-in for WhatsApp over real HTTP, a sender started as in production, and commands to give it. */
@NullMarked
package io.inkstream.outbound.stub;

import org.jspecify.annotations.NullMarked;
