/** Pure tests of the package's rules. */
@NullMarked
package io.inkstream.admin.studios;

import org.jspecify.annotations.NullMarked;
