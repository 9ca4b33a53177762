/** What the conversation takes in and decides: commands, inputs, events, the decision record. Must never hold a phone number or BSUID. */
@NullMarked
package io.inkstream.schemas.lead;

import org.jspecify.annotations.NullMarked;
