/** What a webhook meets on its way to the log. Must not know what the records mean. */
@NullMarked
package io.inkstream.ingress.publish;

import org.jspecify.annotations.NullMarked;
