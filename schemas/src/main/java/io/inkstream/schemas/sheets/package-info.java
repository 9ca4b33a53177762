/** Rows for the artist's sheet. */
@NullMarked
package io.inkstream.schemas.sheets;

import org.jspecify.annotations.NullMarked;
