/** Google Sheets v4: values, grid, limits. Must not know what the cells mean. */
@NullMarked
package io.inkstream.simulator.sheets;

import org.jspecify.annotations.NullMarked;
