-- One number's throughput, shared by all instances: each leases some tokens at a time. Kept as the one moment at which the
-- bucket would be full again. Real clock.
create table rate_bucket (
    phone_number_id text primary key,
    full_at         timestamptz not null default clock_timestamp(),
    -- Until then each token costs two: the number has hit its limit.
    slowed_until    timestamptz not null default '-infinity'
) with (fillfactor = 50);

-- Reminders let everything else go first when a number is at its rate.
alter table command add column patient boolean not null default false;
