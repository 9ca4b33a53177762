/**
 * What a piece will take: size class, days, deposit, price range. Figures from the studio's settings. Must not know
 * messages, statuses or clocks.
 */
@NullMarked
package io.inkstream.conversation.estimate;

import org.jspecify.annotations.NullMarked;
