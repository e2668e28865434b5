-- Start here: the steps that an owner sets before newcomers, in their order, and which of them each member has taken.
create schema start;

-- What a step leads to decides how it is taken: rules accepted, profile filled in and something written are read off the circle.
create table start.step (
    circle_id uuid        not null,
    step_id   uuid        not null,
    position  bigint      not null,
    kind      text        not null check (kind in ('words', 'post', 'column', 'rules', 'profile', 'write')),
    title     text        not null,
    note      text        not null,
    post_id   uuid,
    column_id uuid,
    made_at   timestamptz not null,
    primary key (circle_id, step_id),
    check ((kind = 'post') = (post_id is not null)),
    check ((kind = 'column') = (column_id is not null)),
    check (kind in ('post', 'column') or title <> '')
);
comment on table start.step is 'dist:circle_id';

-- The row makes those who change the steps of one circle wait for each other.
create table start.plan (
    circle_id  uuid        not null primary key,
    changed_at timestamptz not null
);
comment on table start.plan is 'dist:circle_id';

create table start.taken (
    circle_id  uuid        not null,
    account_id uuid        not null,
    step_id    uuid        not null,
    taken_at   timestamptz not null,
    primary key (circle_id, account_id, step_id)
);
comment on table start.taken is 'dist:circle_id';
