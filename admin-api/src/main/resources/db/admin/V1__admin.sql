-- Which schema holds the projection that is served, and which are being built or on their way out.
create table projections (
    number     int primary key,
    format     int         not null,
    state      text        not null check (state in ('BUILDING', 'LIVE', 'RETIRED')),
    created_at timestamptz not null default now(),
    live_since timestamptz
);
create unique index projections_one_live on projections (state) where state = 'LIVE';

-- What changed, one row per committed batch, numbered in commit order: the row lock on feed is held until commit.
create table feed (
    only_row boolean primary key default true check (only_row),
    n        bigint not null
);
insert into feed (n) values (0);
create table changes (
    n    bigint primary key,
    at   timestamptz not null default now(),
    data jsonb       not null
);

-- Commands that came in through this service, so that a poller can tell "not decided yet" from "never asked".
create table commands (
    command_id   text primary key,
    lead_id      text        not null,
    action       text        not null,
    actor        text        not null,
    submitted_at timestamptz not null
);

-- Rebuilds of the projection and how they went.
create table replays (
    id          bigint generated always as identity primary key,
    state       text        not null,
    asked_by    text        not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    progress    jsonb       not null
);
