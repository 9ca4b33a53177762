/** Pure tests of the package's rules. */
@NullMarked
package io.inkstream.admin.projection.rows;

import org.jspecify.annotations.NullMarked;
