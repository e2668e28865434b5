-- Time in a circle that is bought for somebody else: a parcel for each order, in it cards, each with a code that is used once.
create schema gifts;

create table gifts.parcel (
    circle_id uuid not null,
    order_id uuid not null,
    giver_id uuid,
    giver text not null,
    greeting text not null,
    plan_id uuid not null,
    plan_name text not null,
    kind text not null,
    lasts integer,
    last_day date,
    cards integer not null,
    paid_at timestamptz,
    primary key (circle_id, order_id)
);
comment on table gifts.parcel is 'dist:circle_id';
alter table gifts.parcel add check (kind in ('lifetime', 'days', 'months', 'until', 'monthly', 'yearly'));
alter table gifts.parcel add check ((kind in ('days', 'months')) = (lasts is not null));
alter table gifts.parcel add check ((kind = 'until') = (last_day is not null));
alter table gifts.parcel add check (cards between 1 and 50);
create index parcel_newest on gifts.parcel (circle_id, paid_at desc, order_id desc) where paid_at is not null;

create table gifts.card (
    circle_id uuid not null,
    card_id uuid not null,
    order_id uuid not null,
    number integer not null,
    worth bigint not null,
    returned bigint not null default 0,
    currency text not null,
    state text not null,
    account_id uuid,
    valid_until date not null,
    first_day date,
    last_day date,
    ended_at timestamptz,
    primary key (circle_id, card_id),
    unique (circle_id, order_id, number)
);
comment on table gifts.card is 'dist:circle_id';
alter table gifts.card add check (state in ('unused', 'waiting', 'used', 'returned'));
alter table gifts.card add check (state <> 'unused' or account_id is null);
alter table gifts.card add check (state <> 'waiting' or account_id is not null);
alter table gifts.card add check ((state in ('used', 'returned')) = (ended_at is not null));
alter table gifts.card add check (returned between 0 and worth);
alter table gifts.card add check (returned = 0 or state = 'returned');
create index card_by_state on gifts.card (circle_id, state, valid_until);
create unique index card_waiting_once on gifts.card (circle_id, account_id) where state = 'waiting';

-- Finds a card by what the site's key makes of its code, without knowing the circle.
create table gifts.claim (
    claim bytea not null primary key,
    circle_id uuid not null,
    card_id uuid not null
);
comment on table gifts.claim is 'dist:claim';
create index claim_of_card on gifts.claim (circle_id, card_id);

create table gifts.account_parcel (
    account_id uuid not null,
    order_id uuid not null,
    circle_id uuid not null,
    paid_at timestamptz,
    primary key (account_id, order_id)
);
comment on table gifts.account_parcel is 'dist:account_id';
create index account_parcel_newest on gifts.account_parcel (account_id, paid_at desc, order_id desc) where paid_at is not null;

-- Which cards somebody used or waits with, over all circles.
create table gifts.account_card (
    account_id uuid not null,
    card_id uuid not null,
    circle_id uuid not null,
    primary key (account_id, card_id)
);
comment on table gifts.account_card is 'dist:account_id';
