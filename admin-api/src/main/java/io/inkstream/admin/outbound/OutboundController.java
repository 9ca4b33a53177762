package io.inkstream.admin.outbound;

import io.inkstream.admin.web.Cursor;
import io.inkstream.admin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OutboundController {
    private final OutboundReader outbound;

    OutboundController(OutboundReader outbound) {
        this.outbound = outbound;
    }

    /** Messages, newest first. {@code phone}: who receives them, the artist's number included. */
    @GetMapping("/api/outbound")
    Page<OutboundItem> list(
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String leadId,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return outbound.list(new OutboundReader.Filter(phone, leadId, status), Cursor.parse(cursor), Page.limit(limit));
    }
}
