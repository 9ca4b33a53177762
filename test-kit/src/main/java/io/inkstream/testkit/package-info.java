/** Real infrastructure and properties for tests of every module. Must not know any service. */
@NullMarked
package io.inkstream.testkit;

import org.jspecify.annotations.NullMarked;
