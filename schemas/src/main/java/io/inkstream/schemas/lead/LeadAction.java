package io.inkstream.schemas.lead;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/** What a person at the studio asks the conversation to do; the table of {@code docs/commands.md}. Money in minor units. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes({
    @JsonSubTypes.Type(LeadAction.Approve.class),
    @JsonSubTypes.Type(LeadAction.Reject.class),
    @JsonSubTypes.Type(LeadAction.Ask.class),
    @JsonSubTypes.Type(LeadAction.HandBack.class),
    @JsonSubTypes.Type(LeadAction.Close.class)
})
public sealed interface LeadAction {

    /** Absent prices mean the estimate's range; an absent deposit means the estimate's tier. */
    @JsonTypeName("approve")
    record Approve(
            @Nullable Long priceFromMinor,
            @Nullable Long priceToMinor,
            @Nullable Long depositMinor) implements LeadAction {}

    @JsonTypeName("reject")
    record Reject(@Nullable String reason) implements LeadAction {}

    /** The artist's own words to the client; the artist then holds the conversation. */
    @JsonTypeName("ask")
    record Ask(String text) implements LeadAction {}

    /** Back to the bot: where it left off, or at the named question. */
    @JsonTypeName("hand-back")
    record HandBack(@Nullable String question) implements LeadAction {}

    @JsonTypeName("close")
    record Close(@Nullable String reason) implements LeadAction {}
}
