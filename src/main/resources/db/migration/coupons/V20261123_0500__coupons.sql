-- What an owner takes off a price: coupons, their codes, and who used one for which order.
create schema coupons;

create table coupons.coupon (
    circle_id uuid not null,
    coupon_id uuid not null,
    name text not null,
    word text,
    kind text not null,
    percent integer,
    amount bigint,
    currency text,
    plan_id uuid,
    purpose text not null,
    uses_most integer,
    person_most integer,
    first_day date,
    last_day date,
    codes integer not null,
    uses integer not null default 0,
    state text not null default 'on',
    made_by uuid not null,
    made_at timestamptz not null,
    primary key (circle_id, coupon_id)
);
comment on table coupons.coupon is 'dist:circle_id';
alter table coupons.coupon add check (kind in ('fixed', 'percent', 'full'));
alter table coupons.coupon add check ((kind = 'percent') = (percent is not null));
alter table coupons.coupon add check (percent between 1 and 99);
alter table coupons.coupon add check ((kind = 'fixed') = (amount is not null));
alter table coupons.coupon add check ((amount is null) = (currency is null));
alter table coupons.coupon add check (amount > 0);
alter table coupons.coupon add check (currency ~ '^[A-Z]{3}$');
alter table coupons.coupon add check (purpose in ('both', 'join', 'renew'));
alter table coupons.coupon add check (uses_most > 0);
alter table coupons.coupon add check (person_most > 0);
alter table coupons.coupon add check (last_day >= first_day);
alter table coupons.coupon add check (codes > 0);
alter table coupons.coupon add check (word is null or codes = 1);
alter table coupons.coupon add check (uses >= 0);
alter table coupons.coupon add check (state in ('on', 'off'));

create table coupons.code (
    circle_id uuid not null,
    claim bytea not null,
    coupon_id uuid not null,
    number integer not null,
    uses_most integer,
    uses integer not null default 0,
    primary key (circle_id, claim),
    unique (circle_id, coupon_id, number)
);
comment on table coupons.code is 'dist:circle_id';
alter table coupons.code add check (uses >= 0);

create table coupons.use (
    circle_id uuid not null,
    order_id uuid not null,
    coupon_id uuid not null,
    number integer not null,
    account_id uuid not null,
    discount bigint not null,
    currency text not null,
    state text not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    primary key (circle_id, order_id)
);
comment on table coupons.use is 'dist:circle_id';
alter table coupons.use add check (discount >= 0);
alter table coupons.use add check (state in ('reserved', 'used', 'released'));
alter table coupons.use add check ((state = 'reserved') = (ended_at is null));
create index use_of_person on coupons.use (circle_id, coupon_id, account_id) where state <> 'released';
