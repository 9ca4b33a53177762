/** Studios' settings: read from commented seed files, checked, published when they changed. Must not know who reads them. */
@NullMarked
package io.inkstream.admin.studios;

import org.jspecify.annotations.NullMarked;
