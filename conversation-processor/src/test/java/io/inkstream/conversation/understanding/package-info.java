/** Tests of the parsers that need what the package keeps to itself. They know nothing of leads and questions. */
@org.jspecify.annotations.NullMarked
package io.inkstream.conversation.understanding;
