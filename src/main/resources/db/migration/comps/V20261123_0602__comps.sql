-- Time in a circle that its owner gives to somebody for nothing, and why; one at a time for each member.
create schema comps;

create table comps.comp (
    circle_id uuid not null,
    comp_id uuid not null,
    account_id uuid not null,
    plan_id uuid,
    last_day date,
    reason text not null,
    given_by uuid,
    given_at timestamptz not null,
    ended_at timestamptz,
    primary key (circle_id, comp_id)
);
comment on table comps.comp is 'dist:circle_id';
create unique index comp_once on comps.comp (circle_id, account_id) where ended_at is null;
create index comp_newest on comps.comp (circle_id, comp_id desc) where ended_at is null;
create index comp_of_account on comps.comp (circle_id, account_id, comp_id);
