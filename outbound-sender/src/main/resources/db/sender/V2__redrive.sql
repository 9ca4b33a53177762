-- How often people have sent a dead command again: a redrive carries its number, so that reading it twice changes nothing.
alter table command add column redrives int not null default 0;

-- Counted now and then; there are hardly any.
create index command_duplicates on command (command_id) where duplicate_wamid is not null;
