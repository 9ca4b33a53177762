/** The admin API as a Spring Boot application: what people see of the pipeline and ask of it. Must not know how decisions are made. */
@NullMarked
package io.inkstream.admin;

import org.jspecify.annotations.NullMarked;
