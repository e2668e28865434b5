-- What the gateway that plays remembers: it stands for somebody outside, so nothing here is of a circle or an account.
create schema practice;

-- name: secret, as who knows it can play the payer. due_at: when a payment comes that comes too late.
create table practice.payment (
    name text not null,
    outside_id uuid not null,
    way_id uuid not null,
    title text not null,
    amount bigint not null,
    currency text not null,
    return_to text not null,
    save boolean not null,
    state text not null,
    paid_amount bigint,
    paid_at timestamptz,
    card text,
    due_at timestamptz,
    expires_at timestamptz not null,
    primary key (name)
);
comment on table practice.payment is 'dist:name';
alter table practice.payment add check (state in ('waiting', 'late', 'paid', 'closed', 'declined'));
alter table practice.payment add check ((state = 'paid') = (paid_at is not null));
create index payment_due on practice.payment (due_at) where state = 'late';

create table practice.refund (
    name text not null,
    amount bigint not null,
    made_at timestamptz not null,
    primary key (name)
);
comment on table practice.refund is 'dist:name';
