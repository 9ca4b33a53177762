package io.inkstream.ingress.whatsapp;

import static io.inkstream.schemas.inbound.Unroutable.Reason.MALFORMED_CHANGE;
import static io.inkstream.schemas.inbound.Unroutable.Reason.MALFORMED_MESSAGE;
import static io.inkstream.schemas.inbound.Unroutable.Reason.MALFORMED_STATUS;
import static io.inkstream.schemas.inbound.Unroutable.Reason.OTHER_PRODUCT;
import static io.inkstream.schemas.inbound.Unroutable.Reason.UNKNOWN_FIELD;
import static io.inkstream.schemas.inbound.Unroutable.Reason.UNKNOWN_PHONE_NUMBER_ID;

import io.inkstream.ingress.publish.Outgoing;
import io.inkstream.ingress.studios.StudioDirectory;
import io.inkstream.schemas.Ids;
import io.inkstream.schemas.inbound.AccountNotice;
import io.inkstream.schemas.inbound.Unroutable;
import io.inkstream.schemas.topics.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Gives every part of a webhook its record and its topic. Nothing is left out: what cannot be understood becomes a
 * record on {@code ingress.unroutable.v1}. The README's table says what each odd input gives.
 */
final class EnvelopeRouting {
    static final String PRODUCT = "whatsapp_business_account";
    private static final String CONVERSATIONS = "messages";
    private static final String ERRORS = "errors";
    /** No element that WhatsApp makes comes near; with its escaped copy beside it, it still fits a Kafka record. */
    private static final int ELEMENT_BYTES_MAX = 256 * 1024;

    private final StudioDirectory studios;
    private final MessageReading messages;
    private final Map<String, String> phoneNumberIdByAccount;
    private final Clock clock;

    EnvelopeRouting(StudioDirectory studios, MessageReading messages, Map<String, String> accounts, Clock clock) {
        this.studios = studios;
        this.messages = messages;
        this.phoneNumberIdByAccount = accounts;
        this.clock = clock;
    }

    /** {@code body}: the bytes that the envelope was read from. */
    List<Outgoing> records(byte[] body, Envelope envelope) {
        return new OneWebhook(body, clock.instant()).records(envelope);
    }

    /** The records of one webhook; all have the same {@code occurredAt}. */
    private final class OneWebhook {
        private final byte[] body;
        private final Instant now;
        private final List<Outgoing> records = new ArrayList<>();

        OneWebhook(byte[] body, Instant now) {
            this.body = body;
            this.now = now;
        }

        List<Outgoing> records(Envelope envelope) {
            if (!PRODUCT.equals(envelope.object())) {
                unroutable(OTHER_PRODUCT, envelope.object(), new Span(0, body.length), null);
                return records;
            }
            for (var part : envelope.parts()) {
                switch (part) {
                    case Envelope.Misshapen misshapen ->
                        unroutable(MALFORMED_CHANGE, misshapen.detail(), misshapen.span(), null);
                    case Envelope.Change change -> route(change);
                }
            }
            return records;
        }

        private void route(Envelope.Change change) {
            var field = change.field();
            if (field == null) {
                unroutable(
                        MALFORMED_CHANGE,
                        "a change without a field",
                        change.value().span(),
                        null);
            } else if (field.equals(CONVERSATIONS)) {
                routeConversations(change);
            } else if (AccountFields.known(field)) {
                notice(change, field, change.value().span().of(body));
            } else {
                unroutable(UNKNOWN_FIELD, field, change.value().span(), studioOf(change));
            }
        }

        private void routeConversations(Envelope.Change change) {
            var value = change.value();
            if (value.misshapen() != null) {
                unroutable(MALFORMED_CHANGE, value.misshapen() + " has the wrong type", value.span(), studioOf(change));
                return;
            }
            var phoneNumberId = phoneNumberId(change);
            var destination = destination(phoneNumberId, value.contacts());
            int before = records.size();
            for (var message : orNone(value.messages())) {
                element(message, MALFORMED_MESSAGE, destination, phoneNumberId, this::message);
            }
            for (var status : orNone(value.statuses())) {
                element(status, MALFORMED_STATUS, destination, phoneNumberId, this::status);
            }
            if (value.errors() != null) {
                // The errors alone: messages beside them are personal data, which this topic keeps longer than theirs.
                notice(change, ERRORS, "{\"errors\":" + value.errors().of(body) + "}");
            }
            if (records.size() == before) {
                unroutable(
                        MALFORMED_CHANGE, "neither messages nor statuses nor errors", value.span(), studioOf(change));
            }
        }

        /** A message or a status: its record when it has one, else what is wrong with it. */
        private void element(
                Envelope.Element element,
                Unroutable.Reason malformed,
                @Nullable Destination to,
                @Nullable String phoneNumberId,
                Reading reading) {
            if (to == null) {
                unroutable(UNKNOWN_PHONE_NUMBER_ID, phoneNumberId, element.span(), null);
                return;
            }
            var studio = to.studio().slug();
            if (element.span().length() > ELEMENT_BYTES_MAX) {
                unroutable(malformed, "larger than WhatsApp makes them", element.span(), studio);
                return;
            }
            try {
                records.add(reading.read(element.node(), element.span().of(body), to));
            } catch (Malformed e) {
                unroutable(e.reason(), e.detail(), element.span(), studio);
            }
        }

        private Outgoing message(JsonNode node, String raw, Destination to) throws Malformed {
            var message = messages.read(node, raw, to, now);
            return Outgoing.of(Topics.INBOUND, message.key(), message, message.studio());
        }

        private Outgoing status(JsonNode node, String raw, Destination to) throws Malformed {
            var status = StatusReading.read(node, raw, to, now);
            return Outgoing.of(Topics.STATUSES, status.wamid(), status, status.studio());
        }

        private void notice(Envelope.Change change, String field, String raw) {
            if (raw.length() > ELEMENT_BYTES_MAX) {
                unroutable(
                        MALFORMED_CHANGE,
                        "larger than a notice can be",
                        change.value().span(),
                        studioOf(change));
                return;
            }
            var studio = studioOf(change);
            var id = Ids.derived(change.accountId() + "\u0000" + change.time() + "\u0000" + raw, "account:" + field, 0);
            records.add(Outgoing.of(
                    Topics.ACCOUNT,
                    studio,
                    new AccountNotice(id, now, studio, change.accountId(), phoneNumberId(change), field, raw),
                    studio));
        }

        private void unroutable(Unroutable.Reason reason, @Nullable String detail, Span span, @Nullable String studio) {
            var kept =
                    span.length() <= ELEMENT_BYTES_MAX ? span : new Span(span.from(), span.from() + ELEMENT_BYTES_MAX);
            records.add(UnroutableRecords.of(reason, detail, kept.of(body), studio, now));
        }
    }

    /** Turns one element into its record. */
    @FunctionalInterface
    private interface Reading {
        Outgoing read(JsonNode node, String raw, Destination to) throws Malformed;
    }

    /** Null when the number is none of ours. */
    private @Nullable Destination destination(@Nullable String phoneNumberId, @Nullable JsonNode contacts) {
        return phoneNumberId == null
                ? null
                : studios.servedBy(phoneNumberId)
                        .map(studio -> new Destination(studio, phoneNumberId, contacts))
                        .orElse(null);
    }

    /** The number that a change names, else the one configured for its account, else that of our only studio. */
    private @Nullable String phoneNumberId(Envelope.Change change) {
        var named = Fields.text(change.value().metadata(), "phone_number_id");
        if (named != null) {
            return named;
        }
        var byAccount = change.accountId() == null ? null : phoneNumberIdByAccount.get(change.accountId());
        return byAccount != null
                ? byAccount
                : studios.onlyOne().map(studio -> studio.phoneNumberId()).orElse(null);
    }

    private @Nullable String studioOf(Envelope.Change change) {
        var phoneNumberId = phoneNumberId(change);
        return phoneNumberId == null
                ? null
                : studios.servedBy(phoneNumberId).map(studio -> studio.slug()).orElse(null);
    }

    private static List<Envelope.Element> orNone(@Nullable List<Envelope.Element> elements) {
        return elements == null ? List.of() : elements;
    }
}
