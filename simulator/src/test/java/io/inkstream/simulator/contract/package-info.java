/** The fakes held against recorded requests and answers of the real services. */
@NullMarked
package io.inkstream.simulator.contract;

import org.jspecify.annotations.NullMarked;
