-- The next free row of each studio's tab. Row 1 is the header; numbers are dense and never used again.
create table sheet_counter (
    studio   text primary key,
    next_row integer not null
);

create table sheet_row (
    lead_id          text primary key,
    studio           text        not null,
    row_number       integer     not null,
    contact_id       text        not null,
    -- The record's own version: an older one is ignored.
    row_version      bigint      not null,
    -- The newest sheets.rows.v1 value as it came; null once the lead was erased.
    record           text,
    origin_partition integer     not null,
    origin_offset    bigint      not null,
    -- Grows with every change of what the row should show: a newer record, a phone number learnt or erased.
    revision         bigint      not null default 1,
    -- The newest revision that Google has, or has refused for good.
    settled_revision bigint      not null default 0,
    refused          boolean     not null default false,
    changed_at       timestamptz not null default now(),
    written_at       timestamptz,
    -- When to write the row once more, because a call with an unknown outcome may still have been on its way.
    rewrite_at       timestamptz,
    unique (studio, row_number)
);

create index sheet_row_due on sheet_row (studio, changed_at) where revision > settled_revision;
create index sheet_row_rewrite on sheet_row (studio, rewrite_at) where rewrite_at is not null;
create index sheet_row_contact on sheet_row (contact_id);

-- The only table here that holds phone numbers; a contact's tombstone deletes its line.
create table sheet_contact (
    contact_id text primary key,
    phone      text not null
);
