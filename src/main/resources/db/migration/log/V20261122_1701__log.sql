-- What those who lead a circle, and operators, did to it as a whole or to its members' rights. Rows stay as long as the circle.
create schema log;

create table log.entry (
    circle_id uuid        not null,
    entry_id  uuid        not null,
    kind      text        not null,
    by_id     uuid        not null,
    whose_id  uuid,
    about     text        not null,
    reason    text        not null,
    at        timestamptz not null,
    primary key (circle_id, entry_id)
);
comment on table log.entry is 'dist:circle_id';
