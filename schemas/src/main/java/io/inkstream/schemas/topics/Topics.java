package io.inkstream.schemas.topics;

import static io.inkstream.schemas.topics.Topic.KeyedBy.*;
import static io.inkstream.schemas.topics.Topic.Service.*;

import io.inkstream.schemas.WireRecord;
import io.inkstream.schemas.config.StudioConfig;
import io.inkstream.schemas.identity.Contact;
import io.inkstream.schemas.identity.IdentityAlias;
import io.inkstream.schemas.inbound.AccountNotice;
import io.inkstream.schemas.inbound.InboundMessage;
import io.inkstream.schemas.inbound.MessageStatus;
import io.inkstream.schemas.inbound.Unroutable;
import io.inkstream.schemas.lead.DecisionRecord;
import io.inkstream.schemas.lead.LeadInstruction;
import io.inkstream.schemas.outbound.LedgerEntry;
import io.inkstream.schemas.outbound.OutboundCommand;
import io.inkstream.schemas.outbound.SendReceipt;
import io.inkstream.schemas.payment.PaymentEvent;
import io.inkstream.schemas.sheets.SheetRow;
import io.inkstream.schemas.system.DeadLetter;
import io.inkstream.schemas.system.SystemEvent;
import io.inkstream.schemas.topics.Topic.KeyedBy;
import io.inkstream.schemas.topics.Topic.PartitionGroup;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** THE topic catalogue. Topic creation, verification, {@code docs/topics.md} and the AsyncAPI file all read it. */
public final class Topics {
    public static final Topic<InboundMessage> INBOUND = input(
                    "wa.inbound.v1", InboundMessage.class, CONVERSATION, days(21))
            .from(INGRESS, ADMIN_API)
            .to(PROCESSOR, SENDER)
            .described("Every WhatsApp message as a record of its own.");
    public static final Topic<MessageStatus> STATUSES = input("wa.statuses.v1", MessageStatus.class, WAMID, days(14))
            .from(INGRESS)
            .to(SENDER)
            .described("Delivery statuses of our own messages.");
    public static final Topic<SendReceipt> RECEIPTS = input("wa.receipts.v1", SendReceipt.class, CONVERSATION, days(14))
            .from(SENDER, ADMIN_API)
            .to(PROCESSOR)
            .described("What became of each message to send: one outcome per command.");
    public static final Topic<AccountNotice> ACCOUNT = single("wa.account.v1", AccountNotice.class, STUDIO, days(90))
            .from(INGRESS)
            .to(SENDER, ADMIN_API)
            .described("Webhooks about the account: templates, quality, limits.");
    public static final Topic<PaymentEvent> PAYMENTS = input(
                    "pay.events.v1", PaymentEvent.class, CONVERSATION, days(30))
            .from(INGRESS, ADMIN_API)
            .to(PROCESSOR)
            .described("Stripe events that name a conversation.");
    public static final Topic<PaymentEvent> PAYMENTS_UNMATCHED = single(
                    "pay.unmatched.v1", PaymentEvent.class, PAYMENT_INTENT, days(30))
            .from(INGRESS)
            .described(
                    "Stripe events that name no conversation: kept to be matched by payment intent; no service reads them yet.");
    public static final Topic<LeadInstruction> LEAD_COMMANDS = input(
                    "lead.commands.v1", LeadInstruction.class, CONVERSATION, days(21))
            .from(ADMIN_API, PROCESSOR)
            .to(PROCESSOR)
            .described("What people ask of a lead, and timers that came due.");
    public static final Topic<DecisionRecord> LEAD_EVENTS = grouped(
                    "lead.events.v1", DecisionRecord.class, CONTACT, days(396))
            .from(PROCESSOR)
            .to(ADMIN_API)
            .described("One decision record per input: the authoritative order for audit, projection and replay.");
    public static final Topic<Contact> CONTACTS = grouped("contacts.v1", Contact.class, CONTACT, null)
            .from(PROCESSOR)
            .to(ADMIN_API, SHEETS_SINK)
            .described("The only long-lived record of who a contact is; its tombstone is erasure.");
    public static final Topic<OutboundCommand> OUTBOUND = grouped(
                    "wa.outbound.v1", OutboundCommand.class, CONVERSATION, days(14))
            .from(PROCESSOR, ADMIN_API)
            .to(SENDER)
            .described("Messages to send, and facts about their recipients.");
    public static final Topic<LedgerEntry> LEDGER = grouped("outbound.ledger.v1", LedgerEntry.class, CONTACT, days(396))
            .from(SENDER)
            .to(ADMIN_API)
            .described("Every change of a row of the sender's ledger.");
    public static final Topic<SheetRow> SHEET_ROWS = grouped("sheets.rows.v1", SheetRow.class, LEAD, null)
            .from(PROCESSOR, ADMIN_API)
            .to(SHEETS_SINK)
            .described("A lead's whole row for the artist's sheet; the newest replaces earlier ones.");
    public static final Topic<StudioConfig> STUDIO_CONFIG = single("studio.config.v1", StudioConfig.class, CONFIG, null)
            .from(ADMIN_API)
            .to(INGRESS, PROCESSOR, SENDER, ADMIN_API)
            .described("A studio's settings; every version is kept, so that old decisions can be decided again.");
    public static final Topic<IdentityAlias> IDENTITY = grouped("wa.identity.v1", IdentityAlias.class, ALIAS, null)
            .from(PROCESSOR)
            .to(INGRESS)
            .described("Every alias of a person and the conversation it leads to; the last record wins.");
    public static final Topic<SystemEvent> SYSTEM_EVENTS = single("system.events.v1", SystemEvent.class, NONE, days(90))
            .from(INGRESS, PROCESSOR, SENDER, SHEETS_SINK, ADMIN_API)
            .to(ADMIN_API)
            .described("What an operator should know; no personal data.");
    public static final Topic<DeadLetter> PROCESSOR_DLT = single("processor.dlt.v1", DeadLetter.class, NONE, days(90))
            .from(PROCESSOR)
            .to(ADMIN_API)
            .described("Inputs on which deciding failed, with the reason.");
    public static final Topic<DeadLetter> OUTBOUND_DLT = single(
                    "wa.outbound.dlt.v1", DeadLetter.class, AS_BASE, days(90))
            .from(SENDER)
            .to(ADMIN_API)
            .described("Commands that could not be performed, with the reason.");
    public static final Topic<OutboundCommand> OUTBOUND_RETRY_5S = retry("wa.outbound.retry.5s.v1", "5 seconds");
    public static final Topic<OutboundCommand> OUTBOUND_RETRY_30S = retry("wa.outbound.retry.30s.v1", "30 seconds");
    public static final Topic<OutboundCommand> OUTBOUND_RETRY_5M = retry("wa.outbound.retry.5m.v1", "5 minutes");
    public static final Topic<OutboundCommand> OUTBOUND_RETRY_30M = retry("wa.outbound.retry.30m.v1", "30 minutes");
    public static final Topic<DeadLetter> SHEET_ROWS_DLT = single(
                    "sheets.rows.dlt.v1", DeadLetter.class, AS_BASE, days(90))
            .from(SHEETS_SINK)
            .to(ADMIN_API)
            .described("Rows that could not be written, with the reason.");
    public static final Topic<Unroutable> UNROUTABLE = single("ingress.unroutable.v1", Unroutable.class, NONE, days(90))
            .from(INGRESS)
            .to(ADMIN_API)
            .described("Signed input that has no conversation to go to, with the reason.");

    /** Every topic, in the order of the documentation. */
    public static final List<Topic<?>> ALL = List.of(
            INBOUND,
            STATUSES,
            RECEIPTS,
            ACCOUNT,
            PAYMENTS,
            PAYMENTS_UNMATCHED,
            LEAD_COMMANDS,
            LEAD_EVENTS,
            CONTACTS,
            OUTBOUND,
            LEDGER,
            SHEET_ROWS,
            STUDIO_CONFIG,
            IDENTITY,
            SYSTEM_EVENTS,
            PROCESSOR_DLT,
            OUTBOUND_DLT,
            OUTBOUND_RETRY_5S,
            OUTBOUND_RETRY_30S,
            OUTBOUND_RETRY_5M,
            OUTBOUND_RETRY_30M,
            SHEET_ROWS_DLT,
            UNROUTABLE);

    private Topics() {}

    /** What a conversation reads: partitioned alike, stamped by the broker. */
    private static <T extends WireRecord> Topic<T> input(String name, Class<T> value, KeyedBy key, Duration retention) {
        return new Topic<>(name, value, key, PartitionGroup.CONVERSATION, retention, true, List.of(), List.of(), "");
    }

    private static <T extends WireRecord> Topic<T> grouped(
            String name, Class<T> value, KeyedBy key, @Nullable Duration retention) {
        return new Topic<>(name, value, key, PartitionGroup.CONVERSATION, retention, false, List.of(), List.of(), "");
    }

    private static <T extends WireRecord> Topic<T> single(
            String name, Class<T> value, KeyedBy key, @Nullable Duration retention) {
        return new Topic<>(name, value, key, PartitionGroup.SINGLE, retention, false, List.of(), List.of(), "");
    }

    /** Wakes the head of a lane: the ledger alone says whether it may be sent. */
    private static Topic<OutboundCommand> retry(String name, String delay) {
        return single(name, OutboundCommand.class, AS_BASE, days(7))
                .from(SENDER)
                .to(SENDER)
                .described("Messages to be looked at again after " + delay + ".");
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
