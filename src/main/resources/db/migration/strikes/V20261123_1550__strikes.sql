-- Offences that staff noted of members, which lapse by themselves, and what a circle says may follow on how many.
create schema strikes;

create table strikes.strike (
    circle_id uuid not null,
    strike_id uuid not null,
    account_id uuid not null,
    reason text not null,
    about text,
    made_by uuid,
    made_at timestamptz not null,
    lapses_at timestamptz not null,
    undone_at timestamptz,
    undone_by uuid,
    primary key (circle_id, strike_id),
    constraint strike_lapses check (lapses_at > made_at),
    constraint strike_undone check (undone_by is null or undone_at is not null)
);
comment on table strikes.strike is 'dist:circle_id';
create index strike_of_member on strikes.strike (circle_id, account_id, strike_id desc);
create index strike_standing on strikes.strike (circle_id, strike_id desc) where undone_at is null;

create table strikes.ladder (
    circle_id uuid not null,
    lapse_days integer not null,
    made_by uuid,
    made_at timestamptz not null,
    primary key (circle_id),
    constraint ladder_lapse check (lapse_days between 1 and 3650)
);
comment on table strikes.ladder is 'dist:circle_id';

create table strikes.rung (
    circle_id uuid not null,
    strikes integer not null,
    measure text not null,
    mute_days integer,
    primary key (circle_id, strikes),
    constraint rung_strikes check (strikes between 1 and 20),
    constraint rung_measure check (measure in ('warn', 'mute', 'remove')),
    constraint rung_days check ((measure = 'mute') = (mute_days is not null)),
    constraint rung_most check (mute_days between 1 and 365)
);
comment on table strikes.rung is 'dist:circle_id';
