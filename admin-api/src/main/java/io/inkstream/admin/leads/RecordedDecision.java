package io.inkstream.admin.leads;

import io.inkstream.schemas.lead.Input;
import io.inkstream.schemas.lead.LeadEvent;
import io.inkstream.schemas.lead.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision as it was projected; {@code input} is absent when it could not even be read. */
record RecordedDecision(
        long seq, Instant occurredAt, @Nullable Input input, List<LeadEvent> events, List<Reason> why) {}
