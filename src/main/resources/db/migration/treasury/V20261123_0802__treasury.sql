-- What the operator set about money, debts that were settled by hand, and since when circles whose books are kept are gone.
create schema treasury;

create table treasury.rules (
    one boolean not null default true,
    settle_days integer not null,
    keep_years integer not null,
    changed_at timestamptz not null,
    primary key (one)
);
comment on table treasury.rules is 'dist:reference';
alter table treasury.rules add check (one);
alter table treasury.rules add check (settle_days between 0 and 90);
alter table treasury.rules add check (keep_years between 3 and 50);

create table treasury.bounds (
    currency text not null,
    least bigint not null,
    large bigint not null,
    changed_at timestamptz not null,
    primary key (currency)
);
comment on table treasury.bounds is 'dist:reference';
alter table treasury.bounds add check (least > 0 and large >= least);

create table treasury.settlement (
    circle_id uuid not null,
    settlement_id uuid not null,
    amount bigint not null,
    currency text not null,
    reference text not null,
    reason text not null,
    made_by uuid not null,
    made_at timestamptz not null,
    primary key (circle_id, settlement_id)
);
comment on table treasury.settlement is 'dist:circle_id';
alter table treasury.settlement add check (amount > 0);

create table treasury.ended (
    circle_id uuid not null,
    ended_at timestamptz not null,
    primary key (circle_id)
);
comment on table treasury.ended is 'dist:circle_id';
create index ended_first on treasury.ended (ended_at, circle_id);
