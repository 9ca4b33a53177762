/** Measures the running pipeline from outside, beside the raw ceilings of the same machine in the same run. Must not know its inside. */
@NullMarked
package io.inkstream.benchmarks;

import org.jspecify.annotations.NullMarked;
