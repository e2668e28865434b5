-- Addresses under which a person's own programs read a circle's feed.
create schema syndication;

create table syndication.address (
    account_id   uuid        not null,
    circle_id    uuid        not null,
    secret_hash  bytea       not null,
    made_at      timestamptz not null,
    primary key (account_id, circle_id)
);
comment on table syndication.address is 'dist:account_id';
create index address_by_circle on syndication.address (circle_id, account_id);
