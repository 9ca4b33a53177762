-- The commands as they came: written once, never changed, so that what changes stays small.
-- Keys are in order of arrival: new ones go to the end of the index.
create sequence message_number cache 100;
create table message (
    number             bigint primary key,
    conversation_key   text not null,
    payload            text not null,
    source_partition   int not null,
    source_offset      bigint not null
);

-- The sender's ledger: one row per command, from its arrival to its end and its delivery. Every index costs every command:
-- claims change no indexed column, and the end of a command moves its row to three indexes.
-- Real clock: received_at, claim_until, retry_at. Business clock: created_at, changed_at, settle_at.
create table command (
    command_id         text collate "C" primary key,
    message            bigint not null,
    studio             text not null,
    phone_number_id    text not null,
    address            text not null,
    lane               text collate "C" not null,
    lane_seq           bigint not null,
    allow_after_opt_out boolean not null,
    -- Finished or not, apart from the state: index predicates use it, so that claims stay heap-only updates.
    open               boolean not null default true,
    state              text not null default 'PARKED',
    -- Grows with every claim: whoever holds an older number owns nothing any more.
    claim_no           int not null default 0,
    owner              text,
    claim_until        timestamptz,
    -- Whether the recipient's window was open when it was claimed: tells what was sent, also after a crash.
    window_open        boolean not null default false,
    window_refused     boolean not null default false,
    attempts           int not null default 0,
    failures           int not null default 0,
    resends            int not null default 0,
    retry_at           timestamptz,
    settle_at          timestamptz,
    wamid              text,
    duplicate_wamid    text,
    delivery           text,
    delivery_rank      smallint not null default 0,
    outcome            text,
    error_code         int,
    why                text,
    revision           bigint not null default 1,
    announced          bigint not null default 0,
    received_at        timestamptz not null default clock_timestamp(),
    created_at         timestamptz not null,
    changed_at         timestamptz not null
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);

create index command_by_lane on command (lane, lane_seq);
create index command_open_by_lane on command (lane, lane_seq, command_id) where open;
create index command_by_wamid on command (wamid) where wamid is not null;
create index command_retries on command (retry_at) where retry_at is not null;
create index command_uncertain on command (settle_at) where settle_at is not null;
create index command_by_age on command using brin (received_at);

-- What is known about the people we write to; consent belongs to the person.
create table recipient (
    studio          text not null,
    address         text not null,
    consent         text,
    consent_at      timestamptz,
    last_inbound_at timestamptz,
    primary key (studio, address)
) with (fillfactor = 80);

-- What must still be published, and again until acknowledged: one row per transaction, with all that it changed. Of each
-- command the ledger entry is owed, as it stands when it is published; of those that ended, the receipt too.
create table outbox (
    debt        bigint generated always as identity primary key,
    command_ids text[] storage external not null,
    ended       boolean[] not null,
    since       timestamptz not null default clock_timestamp()
) with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);

-- Statuses of messages we do not know (yet): their response may still be on its way.
create table parked_status (
    wamid      text not null,
    status     text not null,
    error_code int,
    parked_at  timestamptz not null default clock_timestamp(),
    primary key (wamid, status)
);

-- Numbers that must not send: token, permission, policy trouble. Ends by a probe that succeeds, or by hand.
create table number_hold (
    phone_number_id text primary key,
    studio          text not null,
    error_code      int not null,
    since           timestamptz not null,
    probe_at        timestamptz not null,
    probes          int not null default 0
);
