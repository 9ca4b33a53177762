package io.inkstream.admin.projection.rows;

import io.inkstream.schemas.topics.Topic;
import io.inkstream.schemas.topics.Topics;
import java.util.List;

/** The tables of a projection, as {@code db/projection/tables.sql} creates them. */
public final class Tables {

    /** Grows whenever a table or its meaning changes: a projection of another format must be rebuilt, not continued. */
    public static final int FORMAT = 1;

    static final ProjectionTable CONTACTS = ProjectionTable.keepLatest(
            "contacts",
            from(Topics.CONTACTS),
            "contact_id",
            "occurred_at",
            "contact_id text",
            "studio text",
            "conversation_key text",
            "phone text",
            "bsuid text",
            "name text",
            "consent text",
            "artist bool",
            "occurred_at timestamptz",
            "part int4",
            "off int8");

    static final ProjectionTable LEADS = ProjectionTable.keepNewest(
            "leads",
            from(Topics.LEAD_EVENTS),
            "lead_id",
            "seq",
            "lead_id text",
            "contact_id text",
            "studio text",
            "status text",
            "version int8",
            "seq int8",
            "name text",
            "search text",
            "snapshot jsonb",
            "created_at timestamptz earliest",
            "updated_at timestamptz",
            "part int4",
            "off int8");

    static final ProjectionTable LEAD_EVENTS = ProjectionTable.keepFirst(
            "lead_events",
            from(Topics.LEAD_EVENTS),
            "contact_id seq",
            "contact_id text",
            "seq int8",
            "lead_id text",
            "studio text",
            "record_id text",
            "occurred_at timestamptz",
            "input_kind text",
            "input_topic text",
            "input_part int4",
            "input_off int8",
            "input jsonb",
            "events jsonb",
            "why jsonb",
            "settings_version int8",
            "rules_version text",
            "correlation_id text",
            "version int8",
            "status text",
            "part int4",
            "off int8");

    static final ProjectionTable LEAD_STEPS = ProjectionTable.keepFirst(
            "lead_steps",
            from(Topics.LEAD_EVENTS),
            "lead_id step",
            "lead_id text",
            "step text",
            "at timestamptz",
            "contact_id text",
            "seq int8",
            "part int4",
            "off int8");

    static final ProjectionTable READINGS = ProjectionTable.keepFirst(
            "readings",
            from(Topics.LEAD_EVENTS),
            "contact_id seq ordinal",
            "contact_id text",
            "seq int8",
            "ordinal int4",
            "lead_id text",
            "studio text",
            "occurred_at timestamptz",
            "field text",
            "understood bool",
            "rule text",
            "reason text",
            "part int4",
            "off int8");

    static final ProjectionTable COMMAND_RESULTS = ProjectionTable.keepFirst(
            "command_results",
            from(Topics.LEAD_EVENTS),
            "command_id",
            "command_id text",
            "lead_id text",
            "contact_id text",
            "studio text",
            "outcome text",
            "action text",
            "actor text",
            "reason text",
            "detail text",
            "version int8",
            "status text",
            "seq int8",
            "occurred_at timestamptz",
            "part int4",
            "off int8");

    static final ProjectionTable OUTBOUND = ProjectionTable.keepNewest(
            "outbound",
            from(Topics.LEDGER),
            "command_id",
            "revision",
            "command_id text",
            "contact_id text",
            "lead_id text",
            "studio text",
            "role text",
            "lane text",
            "lane_seq int8",
            "revision int8",
            "kind text",
            "copy_key text",
            "text text",
            "state text",
            "outcome text",
            "wamid text",
            "delivery_status text",
            "attempts int4",
            "next_at timestamptz",
            "last_error text",
            "why text",
            "created_at timestamptz",
            "changed_at timestamptz",
            "part int4",
            "off int8");

    static final ProjectionTable SYSTEM_EVENTS = ProjectionTable.keepFirst(
            "system_events",
            from(Topics.SYSTEM_EVENTS),
            "id",
            "id text",
            "occurred_at timestamptz",
            "level text",
            "name text",
            "studio text",
            "lead_id text",
            "correlation_id text",
            "details jsonb",
            "part int4",
            "off int8");

    static final ProjectionTable DEAD_LETTERS = ProjectionTable.keepFirst(
            "dead_letters",
            "topic",
            "id",
            "id text",
            "occurred_at timestamptz",
            "topic text",
            "service text",
            "reason text",
            "detail text",
            "studio text",
            "origin_topic text",
            "origin_part int4",
            "origin_off int8",
            "record_key text",
            "payload text",
            "base64 bool",
            "attempts int4",
            "part int4",
            "off int8");

    static final ProjectionTable ACCOUNT_NOTICES = ProjectionTable.keepFirst(
            "account_notices",
            from(Topics.ACCOUNT),
            "id",
            "id text",
            "occurred_at timestamptz",
            "studio text",
            "account_id text",
            "phone_number_id text",
            "field text",
            "raw text",
            "part int4",
            "off int8");

    static final ProjectionTable STUDIO_CONFIGS = ProjectionTable.keepFirst(
            "studio_configs",
            from(Topics.STUDIO_CONFIG),
            "studio version",
            "studio text",
            "version int8",
            "config jsonb",
            "occurred_at timestamptz",
            "part int4",
            "off int8");

    static final ProjectionTable STUDIOS = ProjectionTable.keepLatest(
            "studios",
            from(Topics.STUDIO_CONFIG),
            "studio",
            "version",
            "studio text",
            "version int8",
            "artist_whatsapp text",
            "config jsonb",
            "occurred_at timestamptz",
            "part int4",
            "off int8");

    /**
     * Every table that holds rows of the log. A swap locks their views in this order, and so must every query that joins
     * them: leads and outbound before contacts, contacts before studios. Otherwise both would wait for each other.
     */
    public static final List<ProjectionTable> ALL = List.of(
            LEADS,
            LEAD_EVENTS,
            LEAD_STEPS,
            READINGS,
            COMMAND_RESULTS,
            OUTBOUND,
            CONTACTS,
            SYSTEM_EVENTS,
            DEAD_LETTERS,
            ACCOUNT_NOTICES,
            STUDIO_CONFIGS,
            STUDIOS);

    private Tables() {}

    private static String from(Topic<?> topic) {
        return "'" + topic.name() + "'";
    }
}
