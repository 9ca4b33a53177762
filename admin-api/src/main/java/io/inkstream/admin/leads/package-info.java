/** Leads as people see them: lists, one lead with its timeline. Must not know Kafka, nor how the rows came about. */
@NullMarked
package io.inkstream.admin.leads;

import org.jspecify.annotations.NullMarked;
