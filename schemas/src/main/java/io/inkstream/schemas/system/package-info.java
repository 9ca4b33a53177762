/** Operational events and dead letters, without personal data. */
@NullMarked
package io.inkstream.schemas.system;

import org.jspecify.annotations.NullMarked;
