package io.inkstream.ingress.whatsapp;

import io.inkstream.ingress.publish.Outgoing;
import io.inkstream.schemas.Ids;
import io.inkstream.schemas.inbound.Unroutable;
import io.inkstream.schemas.topics.Topics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What could not be routed, kept with its reason. The same input gives the same id, also when it is sent again. */
final class UnroutableRecords {
    private static final int DETAIL_MAX = 200;

    private UnroutableRecords() {}

    static Outgoing of(
            Unroutable.Reason reason, @Nullable String detail, String raw, @Nullable String studio, Instant now) {
        var id = Ids.derived(raw, "unroutable:" + reason, 0);
        var shortened = detail == null || detail.length() <= DETAIL_MAX ? detail : detail.substring(0, DETAIL_MAX);
        return Outgoing.of(Topics.UNROUTABLE, null, new Unroutable(id, now, studio, reason, shortened, raw), studio);
    }
}
