/** People's commands: checked for form, put on the log, their outcome awaited. Must not know whether a command is allowed: the conversation decides. */
@NullMarked
package io.inkstream.admin.commands;

import org.jspecify.annotations.NullMarked;
