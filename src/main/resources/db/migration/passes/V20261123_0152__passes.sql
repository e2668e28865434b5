-- The time somebody has in a circle that costs something: what they have now, and of what pieces it was made.
create schema passes;

create table passes.pass (
    circle_id uuid not null,
    account_id uuid not null,
    plan_id uuid,
    source text not null,
    first_day date not null,
    last_day date,
    anchor integer not null,
    ends_at timestamptz,
    reads_until timestamptz,
    tried boolean not null default false,
    automatic boolean not null default false,
    means_id uuid,
    next_plan_id uuid,
    told integer not null default 0,
    refunds integer not null default 0,
    barred boolean not null default false,
    version bigint not null default 1,
    primary key (circle_id, account_id)
);
comment on table passes.pass is 'dist:circle_id';
alter table passes.pass add check (source in ('paid', 'trial', 'gift', 'comp', 'kept', 'promised', 'over'));
alter table passes.pass add check ((last_day is null) = (ends_at is null));
alter table passes.pass add check ((ends_at is null) = (reads_until is null));
alter table passes.pass add check (last_day >= first_day - 1);
alter table passes.pass add check (anchor between 1 and 31);
create index pass_by_end on passes.pass (circle_id, ends_at, account_id) where ends_at is not null;
create index pass_due on passes.pass (ends_at) where ends_at is not null;

create table passes.span (
    circle_id uuid not null,
    span_id uuid not null,
    account_id uuid not null,
    plan_id uuid,
    source text not null,
    first_day date not null,
    last_day date,
    anchor integer not null,
    amount bigint not null,
    currency text not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    primary key (circle_id, span_id)
);
comment on table passes.span is 'dist:circle_id';
alter table passes.span add check (amount >= 0);
create index span_of_member on passes.span (circle_id, account_id, made_at desc, span_id);

create table passes.turn (
    circle_id uuid not null,
    choice text not null,
    until_day date,
    after_number bigint not null default 0,
    done bigint not null default 0,
    made_by uuid not null,
    made_at timestamptz not null,
    finished_at timestamptz,
    primary key (circle_id)
);
comment on table passes.turn is 'dist:circle_id';
alter table passes.turn add check (choice in ('kept', 'promised', 'pay'));
alter table passes.turn add check ((choice = 'promised') = (until_day is not null));
create index turn_to_do on passes.turn (circle_id) where finished_at is null;
