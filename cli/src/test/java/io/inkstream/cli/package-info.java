/** Tests of the operators' command line. */
@NullMarked
package io.inkstream.cli;

import org.jspecify.annotations.NullMarked;
