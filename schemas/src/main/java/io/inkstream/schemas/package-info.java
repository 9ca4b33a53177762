/** What every wire record has in common: the envelope, ids, header names. Must not know Spring, nor any rule of the conversation. */
@NullMarked
package io.inkstream.schemas;

import org.jspecify.annotations.NullMarked;
