/** The wire contracts as checked-in files: JSON Schemas, golden records, topic pages. Must not know any service. */
@NullMarked
package io.inkstream.schemas.contract;

import org.jspecify.annotations.NullMarked;
