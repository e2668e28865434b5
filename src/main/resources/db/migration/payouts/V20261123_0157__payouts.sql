-- Money on its way from a circle to its owner: where to, who said yes, in which batch it was sent, and what came of it.
create schema payouts;

create table payouts.details (
    circle_id uuid not null,
    sealed bytea not null,
    label text not null,
    set_by uuid not null,
    set_at timestamptz not null,
    primary key (circle_id)
);
comment on table payouts.details is 'dist:circle_id';

create table payouts.payout (
    circle_id uuid not null,
    payout_id uuid not null,
    day date not null,
    amount bigint not null,
    currency text not null,
    label text not null,
    sealed bytea not null,
    state text not null,
    asked_by uuid not null,
    asked_at timestamptz not null,
    ready_at timestamptz not null,
    approved_by uuid,
    batch_id uuid,
    reference text,
    reason text,
    ended_at timestamptz,
    primary key (circle_id, payout_id)
);
comment on table payouts.payout is 'dist:circle_id';
alter table payouts.payout add check (amount > 0);
alter table payouts.payout add check (state in ('second', 'waiting', 'sent', 'paid', 'failed', 'cancelled'));
alter table payouts.payout add check ((state in ('paid', 'failed', 'cancelled')) = (ended_at is not null));
alter table payouts.payout add check ((state = 'failed') = (reason is not null));
create unique index payout_one_a_day on payouts.payout (circle_id, currency, day) where state not in ('failed', 'cancelled');
create index payout_newest on payouts.payout (circle_id, asked_at desc, payout_id desc);
create index payout_ready on payouts.payout (ready_at, payout_id) where state = 'waiting';
create index payout_sent on payouts.payout (batch_id) where state = 'sent';
