-- What a repeated request with the same Idempotency-Key is answered with.
create schema web;

create table web.idempotency (
    account_id   uuid        not null,
    key          text        not null,
    request_hash bytea       not null,
    status       integer,
    location     text,
    body         text,
    made_at      timestamptz not null,
    primary key (account_id, key)
);
comment on table web.idempotency is 'dist:account_id';
create index idempotency_made_at on web.idempotency (made_at);
