/** What operators look at: system events, dead letters, account notices. Must not know how the services raise them. */
@NullMarked
package io.inkstream.admin.operations;

import org.jspecify.annotations.NullMarked;
