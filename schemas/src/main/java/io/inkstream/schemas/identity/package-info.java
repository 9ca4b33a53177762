/** Who a person is: aliases, and the only long-lived record that maps a contact to a phone number. */
@NullMarked
package io.inkstream.schemas.identity;

import org.jspecify.annotations.NullMarked;
