-- Where every cent of a circle lies, and why: transfers between two accounts, only ever added, and the balances they come to.
create schema ledger;

create table ledger.balance (
    circle_id uuid not null,
    purse_id uuid not null,
    purpose text not null,
    of_id uuid,
    currency text not null,
    posted bigint not null default 0,
    pending bigint not null default 0,
    may_owe boolean not null,
    primary key (circle_id, purse_id)
);
comment on table ledger.balance is 'dist:circle_id';
alter table ledger.balance add check (currency ~ '^[A-Z]{3}$');
alter table ledger.balance add check (pending >= 0);
alter table ledger.balance add check (may_owe or posted - pending >= 0);
create index balance_by_purpose on ledger.balance (circle_id, purpose, purse_id);

create table ledger.transfer (
    circle_id uuid not null,
    transfer_id uuid not null,
    from_id uuid not null,
    to_id uuid not null,
    amount bigint not null,
    currency text not null,
    reason text not null,
    cause_id uuid not null,
    reverses_id uuid,
    made_at timestamptz not null,
    primary key (circle_id, transfer_id)
);
comment on table ledger.transfer is 'dist:circle_id';
alter table ledger.transfer add check (amount > 0);
alter table ledger.transfer add check (from_id <> to_id);
alter table ledger.transfer add check (currency ~ '^[A-Z]{3}$');
create index transfer_from on ledger.transfer (circle_id, from_id, made_at desc, transfer_id desc);
create index transfer_to on ledger.transfer (circle_id, to_id, made_at desc, transfer_id desc);
create index transfer_story on ledger.transfer (circle_id, cause_id);
create unique index transfer_reversed_once on ledger.transfer (circle_id, reverses_id) where reverses_id is not null;

create table ledger.hold (
    circle_id uuid not null,
    hold_id uuid not null,
    purse_id uuid not null,
    amount bigint not null,
    currency text not null,
    cause_id uuid not null,
    state text not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    primary key (circle_id, hold_id)
);
comment on table ledger.hold is 'dist:circle_id';
alter table ledger.hold add check (amount > 0);
alter table ledger.hold add check (state in ('reserved', 'settled', 'released'));
alter table ledger.hold add check ((state = 'reserved') = (ended_at is null));
create index hold_of_purse on ledger.hold (circle_id, purse_id) where state = 'reserved';
create index hold_due on ledger.hold (expires_at) where state = 'reserved';

create table ledger.proof (
    circle_id uuid not null,
    proven_at timestamptz not null,
    transfers bigint not null,
    faults bigint not null,
    first_fault text,
    primary key (circle_id)
);
comment on table ledger.proof is 'dist:circle_id';
alter table ledger.proof add check ((faults = 0) = (first_fault is null));
create index proof_faulty on ledger.proof (proven_at) where faults > 0;
