-- An operator opened a circle they are no member of, to read in it for an hour; the reason stands in the circle's log.
create table circles.opening (
    circle_id  uuid        not null,
    account_id uuid        not null,
    reason     text        not null,
    opened_at  timestamptz not null,
    until      timestamptz not null,
    primary key (circle_id, account_id)
);
comment on table circles.opening is 'dist:circle_id';
