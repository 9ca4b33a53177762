/** Google Calendar v3: events and free/busy. Must not know what is booked. */
@NullMarked
package io.inkstream.simulator.calendar;

import org.jspecify.annotations.NullMarked;
