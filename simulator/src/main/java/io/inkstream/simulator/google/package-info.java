/** What Google's services share: tokens and the shape of errors. Must not know any one service. */
@NullMarked
package io.inkstream.simulator.google;

import org.jspecify.annotations.NullMarked;
