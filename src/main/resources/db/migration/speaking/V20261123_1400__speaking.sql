-- What staff said about where members may write: one member's mute or a grant to write, and hours in which a whole circle rests.
create schema speaking;

create table speaking.ruling (
    circle_id uuid not null,
    ruling_id uuid not null,
    account_id uuid not null,
    kind text not null,
    preset text not null,
    surfaces text[] not null,
    reason text not null,
    until timestamptz,
    review boolean not null,
    about text,
    made_by uuid,
    made_at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid,
    ended_how text,
    ended_reason text not null default '',
    primary key (circle_id, ruling_id),
    constraint ruling_kind check (kind in ('mute', 'grant')),
    constraint ruling_surfaces check (cardinality(surfaces) > 0),
    constraint ruling_review check (not review or until is null),
    constraint ruling_how check (ended_how in ('over', 'lifted', 'replaced', 'undone')),
    constraint ruling_ended check ((ended_at is null) = (ended_how is null))
);
comment on table speaking.ruling is 'dist:circle_id';
create unique index ruling_once on speaking.ruling (circle_id, account_id, kind) where ended_at is null;
create index ruling_in_force on speaking.ruling (circle_id, kind, ruling_id desc) where ended_at is null;
create index ruling_of_member on speaking.ruling (circle_id, account_id, ruling_id desc);
create index ruling_due on speaking.ruling (until) where ended_at is null and until is not null;

insert into speaking.ruling (circle_id, ruling_id, account_id, kind, preset, surfaces, reason, until, review, made_by, made_at)
select circle_id, gen_random_uuid(), account_id, 'mute', 'chosen', array_agg(surface), min(reason),
       case when bool_or(until is null) then null else max(until) end, bool_or(until is null), min(made_by::text)::uuid, min(made_at)
  from members.mute
 group by circle_id, account_id;
drop table members.mute;

create table speaking.hush (
    circle_id uuid not null,
    kind text not null,
    surfaces text[] not null,
    spares text[] not null,
    until timestamptz,
    from_minute integer,
    to_minute integer,
    reason text not null,
    made_by uuid,
    made_at timestamptz not null,
    primary key (circle_id, kind),
    constraint hush_kind check (kind in ('now', 'daily')),
    constraint hush_surfaces check (cardinality(surfaces) > 0),
    constraint hush_daily check ((kind = 'daily') = (from_minute is not null and to_minute is not null)),
    constraint hush_until check (kind = 'now' or until is null),
    constraint hush_minutes check (from_minute between 0 and 1439 and to_minute between 0 and 1439 and from_minute <> to_minute)
);
comment on table speaking.hush is 'dist:circle_id';
