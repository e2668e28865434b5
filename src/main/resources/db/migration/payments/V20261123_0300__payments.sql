-- Checkouts, what was tried to pay them, and what goes back. The money itself lies in the ledger; these say for what and by whom.
create schema payments;

create table payments.counter (
    circle_id uuid not null,
    day date not null,
    n bigint not null,
    primary key (circle_id, day)
);
comment on table payments.counter is 'dist:circle_id';

-- paid_*: the payment that it was paid by, or that is held for a person. refunded: what was asked to go back of it; returned: what has.
create table payments.checkout (
    circle_id uuid not null,
    checkout_id uuid not null,
    number text not null,
    seller text not null,
    about_id uuid not null,
    payer_id uuid not null,
    title text not null,
    amount bigint not null,
    currency text not null,
    state text not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    return_path text not null,
    may_save boolean not null,
    attempt_id uuid,
    paid_amount bigint,
    paid_currency text,
    paid_at timestamptz,
    received_by_circle boolean,
    refunded bigint not null default 0,
    returned bigint not null default 0,
    ended_at timestamptz,
    decided_by uuid,
    words text not null default '',
    primary key (circle_id, checkout_id)
);
comment on table payments.checkout is 'dist:circle_id';
alter table payments.checkout add check (amount > 0);
alter table payments.checkout add check (currency ~ '^[A-Z]{3}$');
alter table payments.checkout add check (state in ('open', 'paid', 'held', 'returned', 'expired', 'cancelled'));
alter table payments.checkout add check ((state in ('paid', 'held', 'returned')) = (attempt_id is not null));
alter table payments.checkout
    add check ((attempt_id is null) = (paid_amount is null) and (attempt_id is null) = (paid_currency is null)
               and (attempt_id is null) = (paid_at is null) and (attempt_id is null) = (received_by_circle is null));
alter table payments.checkout add check (0 <= returned and returned <= refunded and refunded <= coalesce(paid_amount, 0));
alter table payments.checkout add check ((state in ('open', 'held')) = (ended_at is null));
create unique index checkout_number on payments.checkout (circle_id, number);
create unique index checkout_once on payments.checkout (circle_id, seller, about_id) where state in ('open', 'held', 'paid');
create index checkout_due on payments.checkout (expires_at) where state = 'open';
create index checkout_held on payments.checkout (paid_at) where state = 'held';

create table payments.account_checkout (
    account_id uuid not null,
    checkout_id uuid not null,
    circle_id uuid not null,
    primary key (account_id, checkout_id)
);
comment on table payments.account_checkout is 'dist:account_id';
create index account_checkout_of_circle on payments.account_checkout (circle_id);

-- One way in which it was tried to pay a checkout. What a gateway calls our checkout is the id of one of these. ask_at: when the
-- gateway is asked next, null where nobody can be asked.
create table payments.attempt (
    circle_id uuid not null,
    attempt_id uuid not null,
    checkout_id uuid not null,
    way_id uuid not null,
    kind text not null,
    manner text not null,
    number text not null,
    received_by_circle boolean not null,
    save boolean not null,
    means_id uuid,
    state text not null,
    reference text,
    go text,
    qr text,
    script text,
    payment text,
    paid_amount bigint,
    paid_currency text,
    paid_at timestamptz,
    why text,
    hopeless boolean not null default false,
    made_at timestamptz not null,
    ask_at timestamptz,
    asks integer not null default 0,
    primary key (circle_id, attempt_id)
);
comment on table payments.attempt is 'dist:circle_id';
alter table payments.attempt add check (manner in ('redirect', 'qr_code', 'in_wechat', 'instructions', 'saved'));
alter table payments.attempt add check (state in ('open', 'paid', 'closed', 'declined'));
alter table payments.attempt
    add check ((state = 'paid') = (payment is not null) and (payment is null) = (paid_amount is null)
               and (payment is null) = (paid_currency is null) and (payment is null) = (paid_at is null));
alter table payments.attempt add check (paid_amount > 0);
alter table payments.attempt add foreign key (circle_id, checkout_id) references payments.checkout (circle_id, checkout_id);
create unique index attempt_open on payments.attempt (circle_id, checkout_id, way_id, manner)
    where state = 'open' and manner <> 'saved';
create index attempt_of_checkout on payments.attempt (circle_id, checkout_id, attempt_id);
create index attempt_of_way on payments.attempt (circle_id, way_id) where state = 'open';
create index attempt_due on payments.attempt (ask_at) where state = 'open' and ask_at is not null;

-- next_at: when the gateway is asked next, null where a person gives the money back.
create table payments.refund (
    circle_id uuid not null,
    refund_id uuid not null,
    checkout_id uuid not null,
    attempt_id uuid not null,
    amount bigint not null,
    currency text not null,
    reason text not null,
    by_seller boolean not null,
    state text not null,
    reference text,
    why text,
    asked_at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid,
    next_at timestamptz,
    tries integer not null default 0,
    primary key (circle_id, refund_id)
);
comment on table payments.refund is 'dist:circle_id';
alter table payments.refund add check (amount > 0);
alter table payments.refund add check (state in ('asked', 'sent', 'done', 'refused'));
alter table payments.refund add check ((state = 'done') = (ended_at is not null));
alter table payments.refund add check (state in ('asked', 'sent') or next_at is null);
alter table payments.refund add foreign key (circle_id, checkout_id) references payments.checkout (circle_id, checkout_id);
create index refund_of_checkout on payments.refund (circle_id, checkout_id, refund_id);
create index refund_due on payments.refund (next_at) where next_at is not null;
create index refund_waiting on payments.refund (circle_id, refund_id) where state <> 'done' and next_at is null;

create table payments.dispute (
    circle_id uuid not null,
    dispute text not null,
    checkout_id uuid not null,
    amount bigint not null,
    currency text not null,
    answer_by timestamptz,
    opened_at timestamptz not null,
    won boolean,
    primary key (circle_id, dispute)
);
comment on table payments.dispute is 'dist:circle_id';
create index dispute_of_checkout on payments.dispute (circle_id, checkout_id);

-- Which circle a gateway's word is about: an attempt, a refund, or its own name of a payment.
create table payments.claim (
    name text not null,
    circle_id uuid not null,
    thing_id uuid not null,
    primary key (name)
);
comment on table payments.claim is 'dist:name';
create index claim_of_circle on payments.claim (circle_id);

-- Notifications that were understood: a repeat does nothing.
create table payments.heard (
    telling text not null,
    heard_at timestamptz not null,
    primary key (telling)
);
comment on table payments.heard is 'dist:telling';
create index heard_when on payments.heard (heard_at);

-- Cards that may be charged later. circle_id: whose way of paying it is, all zeros for the site's.
create table payments.means (
    account_id uuid not null,
    means_id uuid not null,
    circle_id uuid not null,
    way_id uuid not null,
    token bytea not null,
    label text not null,
    expires_year integer,
    expires_month integer,
    made_at timestamptz not null,
    primary key (account_id, means_id)
);
comment on table payments.means is 'dist:account_id';
create index means_of_circle on payments.means (circle_id);
