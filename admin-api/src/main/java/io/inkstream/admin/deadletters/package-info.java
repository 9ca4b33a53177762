/** Sending dead letters again: which may be, how fast, how often, and who wanted it. Must not know what the records mean. */
@NullMarked
package io.inkstream.admin.deadletters;

import org.jspecify.annotations.NullMarked;
