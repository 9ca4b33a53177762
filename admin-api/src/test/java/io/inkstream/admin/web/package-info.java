/** Pure tests of the package's rules. */
@NullMarked
package io.inkstream.admin.web;

import org.jspecify.annotations.NullMarked;
