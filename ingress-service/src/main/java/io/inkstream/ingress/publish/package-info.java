/** Puts all records of one webhook on the log, or says that it could not. Must not know what the records mean. */
@NullMarked
package io.inkstream.ingress.publish;

import org.jspecify.annotations.NullMarked;
