/** What every webhook has in common over HTTP: limits, raw bytes, answers, correlation ids. Must not know what a body means. */
@NullMarked
package io.inkstream.ingress.http;

import org.jspecify.annotations.NullMarked;
