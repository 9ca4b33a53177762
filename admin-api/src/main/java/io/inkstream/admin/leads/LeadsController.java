package io.inkstream.admin.leads;

import io.inkstream.admin.web.Cursor;
import io.inkstream.admin.web.Page;
import io.inkstream.admin.web.Problem;
import io.inkstream.schemas.lead.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/leads")
class LeadsController {
    private final LeadReader leads;

    LeadsController(LeadReader leads) {
        this.leads = leads;
    }

    /** Leads, newest first. */
    @GetMapping
    Page<LeadSummary> list(
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(name = "q", required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String studio,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return leads.list(new LeadFilter(phone, status, words, studio), Cursor.parse(cursor), Page.limit(limit));
    }

    /** One lead with its timeline. */
    @GetMapping("/{leadId}")
    LeadDetail find(@PathVariable String leadId) {
        return leads.find(leadId).orElseThrow(() -> Problem.notFound("unknown-lead", "There is no such lead."));
    }
}
