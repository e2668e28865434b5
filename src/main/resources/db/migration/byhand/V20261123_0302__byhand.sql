-- What payers say of money that no gateway sees: "I have paid", and what a person found when they looked.
create schema byhand;

create table byhand.claim (
    circle_id uuid not null,
    attempt_id uuid not null,
    checkout_id uuid not null,
    payer_id uuid not null,
    received_by_circle boolean not null,
    state text not null,
    reference text not null,
    picture bytea,
    picture_type text,
    said_at timestamptz not null,
    words text not null default '',
    decided_by uuid,
    decided_at timestamptz,
    primary key (circle_id, attempt_id)
);
comment on table byhand.claim is 'dist:circle_id';
alter table byhand.claim add check (state in ('waiting', 'arrived', 'missing'));
alter table byhand.claim add check ((state = 'waiting') = (decided_at is null));
alter table byhand.claim add check ((picture is null) = (picture_type is null));
alter table byhand.claim add check (octet_length(picture) <= 600000);
create index claim_for_operator on byhand.claim (said_at) where state = 'waiting' and not received_by_circle;
