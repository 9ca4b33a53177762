/** How this service connects to the log. Must not know what the records mean. */
@NullMarked
package io.inkstream.admin.kafka;

import org.jspecify.annotations.NullMarked;
