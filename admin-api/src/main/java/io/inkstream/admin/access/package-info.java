/** Who may come in: sessions, API keys, rates. Must not know what is behind the door. */
@NullMarked
package io.inkstream.admin.access;

import org.jspecify.annotations.NullMarked;
