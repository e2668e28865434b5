-- What was bought: who, which plan, for how much, and what became of it. Kept for years, without names or words.
create schema orders;

create table orders.entry (
    circle_id uuid not null,
    order_id uuid not null,
    number text not null,
    account_id uuid not null,
    kind text not null,
    plan_id uuid not null,
    title text not null,
    list_amount bigint not null,
    discount bigint not null default 0,
    amount bigint not null,
    currency text not null,
    coupon_id uuid,
    answers text[] not null default '{}',
    state text not null,
    first_day date,
    last_day date,
    checkout_id uuid,
    outside boolean not null default false,
    fee bigint not null default 0,
    refunded bigint not null default 0,
    fee_returned bigint not null default 0,
    made_at timestamptz not null,
    paid_at timestamptz,
    settles_at timestamptz,
    settled boolean not null default false,
    ended_at timestamptz,
    primary key (circle_id, order_id),
    unique (circle_id, number)
);
comment on table orders.entry is 'dist:circle_id';
alter table orders.entry add check (kind in ('join', 'renew', 'upgrade', 'gift'));
alter table orders.entry add check (state in ('open', 'waiting', 'done', 'cancelled', 'refunded'));
alter table orders.entry add check (amount >= 0 and discount >= 0 and list_amount = amount + discount);
alter table orders.entry add check (refunded between 0 and amount);
alter table orders.entry add check (fee between 0 and amount and fee_returned between 0 and fee);
alter table orders.entry add check ((state in ('open', 'cancelled')) = (paid_at is null));
create index entry_newest on orders.entry (circle_id, made_at desc, order_id desc);
create index entry_of_member on orders.entry (circle_id, account_id, made_at desc, order_id desc);
create unique index entry_open_once on orders.entry (circle_id, account_id) where state = 'open';
create unique index entry_waiting_once on orders.entry (circle_id, account_id) where state = 'waiting';
create index entry_settles on orders.entry (settles_at) where not settled and settles_at is not null;

create table orders.account_entry (
    account_id uuid not null,
    order_id uuid not null,
    circle_id uuid not null,
    made_at timestamptz not null,
    primary key (account_id, order_id)
);
comment on table orders.account_entry is 'dist:account_id';
create index account_entry_newest on orders.account_entry (account_id, made_at desc, order_id desc);

create table orders.counter (
    circle_id uuid not null,
    day date not null,
    last_number bigint not null,
    primary key (circle_id, day)
);
comment on table orders.counter is 'dist:circle_id';

create table orders.refund (
    circle_id uuid not null,
    refund_id uuid not null,
    order_id uuid not null,
    amount bigint not null,
    fee bigint not null,
    by_id uuid not null,
    by_member boolean not null,
    reason text not null default '',
    ends_access boolean not null,
    state text not null,
    reference text,
    made_at timestamptz not null,
    ended_at timestamptz,
    primary key (circle_id, refund_id)
);
comment on table orders.refund is 'dist:circle_id';
alter table orders.refund add check (amount >= 0 and fee between 0 and amount);
alter table orders.refund add check (state in ('asked', 'done', 'refused'));
create index refund_of_order on orders.refund (circle_id, order_id);

create table orders.fee (
    circle_id uuid not null,
    currency text not null,
    basis_points integer not null,
    fixed bigint not null,
    set_by uuid not null,
    set_at timestamptz not null,
    primary key (circle_id, currency)
);
comment on table orders.fee is 'dist:circle_id';
alter table orders.fee add check (basis_points between 0 and 5000);
alter table orders.fee add check (fixed >= 0);

create table orders.invoice (
    circle_id uuid not null,
    order_id uuid not null,
    title text not null,
    tax_number text not null default '',
    email text not null,
    asked_at timestamptz not null,
    issued_at timestamptz,
    issued_by uuid,
    file text,
    primary key (circle_id, order_id)
);
comment on table orders.invoice is 'dist:circle_id';
alter table orders.invoice add check ((issued_at is null) = (issued_by is null));
create index invoice_waiting on orders.invoice (circle_id, asked_at, order_id) where issued_at is null;
