-- The tables of one projection. {p} is its schema, proj_<n>. Every row comes from the log alone (no now(), no sequences),
-- so that a rebuild yields the same rows; part and off say which record wrote a row last.
create schema {p};

create table {p}.projection_offsets (
    topic       text   not null,
    part        int    not null,
    next_offset bigint not null,
    owner       text   not null,
    primary key (topic, part)
);

-- Records that could not be projected; the partition went on without them.
create table {p}.projection_dlt (
    topic      text        not null,
    part       int         not null,
    off        bigint      not null,
    record_key text,
    value      bytea,
    error      text        not null,
    parked_at  timestamptz not null,
    primary key (topic, part, off)
);

create table {p}.contacts (
    contact_id       text primary key,
    studio           text        not null,
    conversation_key text        not null,
    phone            text,
    bsuid            text,
    name             text,
    consent          text        not null,
    artist           boolean     not null,
    occurred_at      timestamptz not null,
    part             int         not null,
    off              bigint      not null
);
create index contacts_phone on {p}.contacts (phone);

-- created_at never changes, so that most updates touch no index; fillfactor leaves room for them on the page.
create table {p}.leads (
    lead_id    text primary key,
    contact_id text        not null,
    studio     text        not null,
    status     text        not null,
    version    bigint      not null,
    seq        bigint      not null,
    name       text,
    search     text        not null,
    snapshot   jsonb       not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    part       int         not null,
    off        bigint      not null
) with (fillfactor = 70);
create index leads_newest on {p}.leads (created_at desc, lead_id desc);
create index leads_of_contact on {p}.leads (contact_id);
create index leads_by_status on {p}.leads (status, created_at desc, lead_id desc);

create table {p}.lead_events (
    contact_id       text        not null,
    seq              bigint      not null,
    lead_id          text,
    studio           text        not null,
    record_id        text        not null,
    occurred_at      timestamptz not null,
    input_kind       text        not null,
    input_topic      text        not null,
    input_part       int         not null,
    input_off        bigint      not null,
    input            jsonb,
    events           jsonb       not null,
    why              jsonb       not null,
    settings_version bigint      not null,
    rules_version    text        not null,
    correlation_id   text,
    version          bigint,
    status           text,
    part             int         not null,
    off              bigint      not null,
    primary key (contact_id, seq)
);
create index lead_events_of_lead on {p}.lead_events (lead_id, seq);

-- The first time a lead reached something: status:BOOKED, asked:budget, answered:budget, approved, deposit-link ...
create table {p}.lead_steps (
    lead_id    text        not null,
    step       text        not null,
    at         timestamptz not null,
    contact_id text        not null,
    seq        bigint      not null,
    part       int         not null,
    off        bigint      not null,
    primary key (lead_id, step)
);

-- One row per answer that was read, understood or not: what parse health counts.
create table {p}.readings (
    contact_id  text        not null,
    seq         bigint      not null,
    ordinal     int         not null,
    lead_id     text,
    studio      text        not null,
    occurred_at timestamptz not null,
    field       text        not null,
    understood  boolean     not null,
    rule        text,
    reason      text,
    part        int         not null,
    off         bigint      not null,
    primary key (contact_id, seq, ordinal)
);
create index readings_by_time on {p}.readings (occurred_at);

create table {p}.command_results (
    command_id  text primary key,
    lead_id     text,
    contact_id  text        not null,
    studio      text        not null,
    outcome     text        not null check (outcome in ('ACCEPTED', 'REJECTED', 'FAILED')),
    action      text,
    actor       text,
    reason      text,
    detail      text,
    version     bigint,
    status      text,
    seq         bigint      not null,
    occurred_at timestamptz not null,
    part        int         not null,
    off         bigint      not null
);

create table {p}.outbound (
    command_id      text primary key,
    contact_id      text        not null,
    lead_id         text,
    studio          text        not null,
    role            text        not null,
    lane            text        not null,
    lane_seq        bigint      not null,
    revision        bigint      not null,
    kind            text        not null,
    copy_key        text        not null,
    text            text        not null,
    state           text        not null,
    outcome         text,
    wamid           text,
    delivery_status text,
    attempts        int         not null,
    next_at         timestamptz,
    last_error      text,
    why             text,
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    part            int         not null,
    off             bigint      not null
) with (fillfactor = 70);
create index outbound_newest on {p}.outbound (created_at desc, command_id desc);
create index outbound_of_contact on {p}.outbound (contact_id, created_at desc, command_id desc);
create index outbound_of_artist on {p}.outbound (studio, created_at desc, command_id desc) where role = 'ARTIST';
create index outbound_of_lead on {p}.outbound (lead_id);

create table {p}.system_events (
    id             text primary key,
    occurred_at    timestamptz not null,
    level          text        not null,
    name           text        not null,
    studio         text,
    lead_id        text,
    correlation_id text,
    details        jsonb       not null,
    part           int         not null,
    off            bigint      not null
);
create index system_events_newest on {p}.system_events (occurred_at desc, id desc);

create table {p}.dead_letters (
    id           text primary key,
    occurred_at  timestamptz not null,
    topic        text        not null,
    service      text        not null,
    reason       text        not null,
    detail       text,
    studio       text,
    origin_topic text        not null,
    origin_part  int,
    origin_off   bigint,
    record_key   text,
    payload      text        not null,
    base64       boolean     not null,
    attempts     int         not null,
    part         int         not null,
    off          bigint      not null
);
create index dead_letters_newest on {p}.dead_letters (occurred_at desc, id desc);

create table {p}.account_notices (
    id              text primary key,
    occurred_at     timestamptz not null,
    studio          text,
    account_id      text,
    phone_number_id text,
    field           text        not null,
    raw             text        not null,
    part            int         not null,
    off             bigint      not null
);

create table {p}.studio_configs (
    studio      text        not null,
    version     bigint      not null,
    config      jsonb       not null,
    occurred_at timestamptz not null,
    part        int         not null,
    off         bigint      not null,
    primary key (studio, version)
);

-- The settings in force.
create table {p}.studios (
    studio          text primary key,
    version         bigint      not null,
    artist_whatsapp text        not null,
    config          jsonb       not null,
    occurred_at     timestamptz not null,
    part            int         not null,
    off             bigint      not null
);
