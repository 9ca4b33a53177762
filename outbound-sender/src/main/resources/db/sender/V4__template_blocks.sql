-- Templates that Meta has paused, rejected or put into another category: nothing is sent by them until it says otherwise.
create table template_block (
    studio   text not null,
    name     text not null,
    language text not null,
    why      text not null,
    since    timestamptz not null,
    primary key (studio, name, language)
);
