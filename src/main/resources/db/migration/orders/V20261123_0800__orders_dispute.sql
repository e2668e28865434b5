-- Several disputes of one order, each with its own sum and end; what of it came from the circle's money, and what was its debt.
create table orders.dispute (
    circle_id uuid not null,
    dispute_id uuid not null,
    order_id uuid not null,
    amount bigint not null,
    currency text not null,
    taken bigint not null,
    state text not null,
    answer_by timestamptz,
    opened_at timestamptz not null,
    ended_at timestamptz,
    primary key (circle_id, dispute_id)
);
comment on table orders.dispute is 'dist:circle_id';
alter table orders.dispute add check (amount > 0 and taken between 0 and amount);
alter table orders.dispute add check (state in ('open', 'won', 'lost'));
alter table orders.dispute add check ((state = 'open') = (ended_at is null));
create index dispute_of_order on orders.dispute (circle_id, order_id, opened_at, dispute_id);
