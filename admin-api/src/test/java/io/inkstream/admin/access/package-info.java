/** Pure tests of the package's rules. */
@NullMarked
package io.inkstream.admin.access;

import org.jspecify.annotations.NullMarked;
