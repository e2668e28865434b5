-- What joining a circle costs and for how long: the plans its owner offers, and the days of grace after them.
create schema plans;

create table plans.counter (
    circle_id uuid not null,
    last_number bigint not null,
    primary key (circle_id)
);
comment on table plans.counter is 'dist:circle_id';

create table plans.plan (
    circle_id uuid not null,
    plan_id uuid not null,
    number bigint not null,
    name text not null,
    promise text not null default '',
    tier integer not null default 1,
    kind text not null,
    lasts integer,
    last_day date,
    amount bigint not null,
    currency text not null,
    early_percent integer not null default 100,
    soon_percent integer not null default 100,
    late_percent integer not null default 100,
    trial_days integer not null default 0,
    free_from date,
    free_until date,
    automatic boolean not null default false,
    closes text[] not null default '{}',
    state text not null default 'draft',
    made_by uuid not null,
    made_at timestamptz not null,
    version bigint not null default 1,
    primary key (circle_id, plan_id),
    unique (circle_id, number)
);
comment on table plans.plan is 'dist:circle_id';
alter table plans.plan add check (kind in ('lifetime', 'days', 'months', 'until', 'monthly', 'yearly'));
alter table plans.plan add check ((kind in ('days', 'months')) = (lasts is not null));
alter table plans.plan add check ((kind = 'until') = (last_day is not null));
alter table plans.plan add check (lasts > 0);
alter table plans.plan add check (amount > 0);
alter table plans.plan add check (currency ~ '^[A-Z]{3}$');
alter table plans.plan add check (tier between 1 and 9);
alter table plans.plan add check (early_percent between 50 and 100 and soon_percent between 50 and 100 and late_percent between 50 and 100);
alter table plans.plan add check (trial_days between 0 and 90);
alter table plans.plan add check ((free_from is null) = (free_until is null));
alter table plans.plan add check (free_until >= free_from);
alter table plans.plan add check (not automatic or kind in ('monthly', 'yearly'));
alter table plans.plan add check (state in ('draft', 'on_sale', 'withdrawn'));
create index plan_on_sale on plans.plan (circle_id, tier, number) where state = 'on_sale';

create table plans.terms (
    circle_id uuid not null,
    grace_days integer not null default 7,
    refund_hours integer not null default 72,
    refunds_most integer not null default 2,
    version bigint not null default 1,
    primary key (circle_id)
);
comment on table plans.terms is 'dist:circle_id';
alter table plans.terms add check (grace_days between 0 and 90);
alter table plans.terms add check (refund_hours between 0 and 720);
alter table plans.terms add check (refunds_most between 0 and 100);
