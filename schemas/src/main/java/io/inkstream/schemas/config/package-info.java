/** A studio's settings, as data. */
@NullMarked
package io.inkstream.schemas.config;

import org.jspecify.annotations.NullMarked;
