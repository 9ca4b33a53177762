/** Figures counted from what happened: funnel, parse health, slot choices. Must not know Kafka, nor show a person. */
@NullMarked
package io.inkstream.admin.figures;

import org.jspecify.annotations.NullMarked;
