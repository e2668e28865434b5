-- Accounts whose sign-up looked like a machine's. They are let in; staff and operators decide about them.
create schema suspicions;

create table suspicions.suspicion (
    account_id uuid not null primary key,
    reasons text[] not null,
    state text not null default 'waiting',
    made_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    constraint suspicion_state check (state in ('waiting', 'cleared', 'blocked')),
    constraint suspicion_decided check ((state = 'waiting') = (decided_at is null))
);
comment on table suspicions.suspicion is 'dist:account_id';
create index suspicion_waiting on suspicions.suspicion (made_at, account_id) where state = 'waiting';

create table suspicions.defence (
    one boolean not null primary key default true check (one),
    switched_on boolean not null,
    disposable text not null,
    changed_at timestamptz not null
);
comment on table suspicions.defence is 'dist:reference';
