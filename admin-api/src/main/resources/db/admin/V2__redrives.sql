-- What people asked to have sent again: the audit of redrives, and how far each is.
create table redrives (
    id          bigint generated always as identity primary key,
    state       text        not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    asked_by    text        not null,
    reason      text        not null,
    filter      jsonb       not null,
    total       int         not null,
    sent        int         not null default 0,
    error       text,
    started_at  timestamptz not null default now(),
    finished_at timestamptz
);

-- The dead letters that were sent again. A record that dies anew makes a new letter with the same fingerprint.
create table redriven_letters (
    letter_id   text primary key,
    fingerprint text        not null,
    number      int         not null,
    redrive     bigint      not null references redrives (id),
    sent_at     timestamptz not null default now()
);
create index redriven_letters_by_fingerprint on redriven_letters (fingerprint);
