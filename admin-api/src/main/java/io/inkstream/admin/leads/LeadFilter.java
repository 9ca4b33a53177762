package io.inkstream.admin.leads;

import io.inkstream.schemas.lead.Status;
import org.jspecify.annotations.Nullable;

/** Which leads a list shows; absent means any. {@code words}: part of a name, an answer, a phone number or the id. */
record LeadFilter(
        @Nullable String phone,
        @Nullable Status status,
        @Nullable String words,
        @Nullable String studio) {}
