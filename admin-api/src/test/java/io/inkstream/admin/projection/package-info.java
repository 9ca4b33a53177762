/** Tests of the projector against a real database. */
@NullMarked
package io.inkstream.admin.projection;

import org.jspecify.annotations.NullMarked;
