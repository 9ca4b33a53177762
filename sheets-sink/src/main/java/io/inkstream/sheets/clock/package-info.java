/** The business clock of this service, and its handle in standalone. Must not know sheets. */
@NullMarked
package io.inkstream.sheets.clock;

import org.jspecify.annotations.NullMarked;
