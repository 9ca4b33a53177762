package io.inkstream.sheets.flush;

import io.inkstream.sheets.kafka.Alerts;
import io.inkstream.sheets.kafka.DeadLetters;
import io.inkstream.sheets.store.DueRows;
import io.inkstream.sheets.store.DueSignal;
import io.inkstream.sheets.store.Leadership;

/** What the workers of all sheets share. */
record FlushParts(DueRows dueRows, DueSignal signal, Leadership leadership, DeadLetters deadLetters, Alerts alerts) {}
