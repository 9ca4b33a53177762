/** Tests of the whole service over real HTTP, a real broker and a real database. */
@NullMarked
package io.inkstream.admin;

import org.jspecify.annotations.NullMarked;
