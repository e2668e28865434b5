-- Time that renews itself: which try comes when, and what came of those before.
create schema renewals;

create table renewals.renewal (
    circle_id uuid not null,
    account_id uuid not null,
    ends_day date not null,
    tries integer not null default 0,
    next_at timestamptz,
    order_id uuid,
    state text not null default 'waiting',
    why text not null default '',
    lease_until timestamptz,
    made_at timestamptz not null,
    primary key (circle_id, account_id, ends_day)
);
comment on table renewals.renewal is 'dist:circle_id';
alter table renewals.renewal add check (state in ('waiting', 'done', 'failed', 'stopped'));
alter table renewals.renewal add check ((state = 'waiting') = (next_at is not null));
create index renewal_due on renewals.renewal (next_at) where state = 'waiting';
