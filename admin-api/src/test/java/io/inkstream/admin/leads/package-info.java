/** Pure tests of the package's rules. */
@NullMarked
package io.inkstream.admin.leads;

import org.jspecify.annotations.NullMarked;
