-- Who asked to join a circle, and what came of it.
create schema applications;

create table applications.application (
    circle_id      uuid        not null,
    application_id uuid        not null,
    account_id     uuid        not null,
    name           text        not null,
    picture        text,
    questions      text[]      not null,
    answers        text[]      not null,
    rules_version  integer     not null default 0,
    role           text        not null default 'member' check (role in ('member', 'guest_expert')),
    was_removed    boolean     not null default false,
    state          text        not null check (state in ('waiting', 'approved', 'declined', 'withdrawn')),
    made_at        timestamptz not null,
    decided_by     uuid,
    decided_at     timestamptz,
    reason         text,
    primary key (circle_id, application_id),
    check (cardinality(questions) = cardinality(answers)),
    check ((state in ('approved', 'declined')) = (decided_by is not null)),
    check ((state = 'waiting') = (decided_at is null))
);
comment on table applications.application is 'dist:circle_id';
create unique index application_one_waiting on applications.application (circle_id, account_id) where state = 'waiting';
create index application_waiting on applications.application (circle_id, application_id) where state = 'waiting';
create index application_by_account on applications.application (circle_id, account_id, application_id);
