/**
 * Brings the due rows into the sheets: when, how many at once, within the quota, and what follows a failure. Must not know how
 * rows came in.
 */
@NullMarked
package io.inkstream.sheets.flush;

import org.jspecify.annotations.NullMarked;
