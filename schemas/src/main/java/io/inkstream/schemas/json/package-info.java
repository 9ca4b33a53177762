/** The one JSON codec of all topics. Must not know what the records mean. */
@NullMarked
package io.inkstream.schemas.json;

import org.jspecify.annotations.NullMarked;
