-- Who belongs to which circle, as what, and where they may speak.
create schema members;

create table members.membership (
    circle_id     uuid        not null,
    account_id    uuid        not null,
    number        bigint      not null,
    role          text        not null check (role in ('owner', 'partner', 'admin', 'guest_expert', 'volunteer', 'member')),
    state         text        not null check (state in ('active', 'left', 'removed', 'expired')),
    alias         text        not null,
    sort_key      bytea       not null,
    folded        text        not null,
    picture       text,
    introduction  text        not null default '',
    rules_version integer     not null default 0,
    seen_number   bigint      not null default 0,
    joined_at     timestamptz not null,
    joined_number bigint      not null default 0,
    seen_at       timestamptz not null,
    ended_at      timestamptz,
    primary key (circle_id, account_id),
    unique (circle_id, number),
    check ((state = 'active') = (ended_at is null))
);
comment on table members.membership is 'dist:circle_id';
create index membership_by_number on members.membership (circle_id, state, number desc);
create index membership_by_role on members.membership (circle_id, role, number) where state = 'active' and role <> 'member';
create index membership_by_seen on members.membership (circle_id, seen_at desc, account_id) where state = 'active';
create unique index membership_one_owner on members.membership (circle_id) where role = 'owner' and state = 'active';

-- The same from the account's side: what the account did in its circles, never what the circle did.
create table members.account_circle (
    account_id  uuid        not null,
    circle_id   uuid        not null,
    role        text        not null,
    state       text        not null,
    seen_number bigint      not null default 0,
    joined_at   timestamptz not null,
    visited_at  timestamptz not null,
    primary key (account_id, circle_id)
);
comment on table members.account_circle is 'dist:account_id';
create index account_circle_visited on members.account_circle (account_id, visited_at desc, circle_id) where state = 'active';

create table members.counter (
    circle_id   uuid   not null primary key,
    last_number bigint not null
);
comment on table members.counter is 'dist:circle_id';

-- Where a role may not speak, or (for a read-only circle) may: the circle's default. No row means the product's own default.
create table members.speaking (
    circle_id uuid    not null,
    role      text    not null,
    surface   text    not null,
    allowed   boolean not null,
    primary key (circle_id, role, surface)
);
comment on table members.speaking is 'dist:circle_id';

-- Where one member may not speak, until when and why. Staff screens come with room moderation.
create table members.mute (
    circle_id  uuid        not null,
    account_id uuid        not null,
    surface    text        not null,
    reason     text        not null,
    until      timestamptz,
    made_by    uuid        not null,
    made_at    timestamptz not null,
    primary key (circle_id, account_id, surface)
);
comment on table members.mute is 'dist:circle_id';

create table members.application (
    circle_id      uuid        not null,
    application_id uuid        not null,
    account_id     uuid        not null,
    name           text        not null,
    picture        text,
    answers        jsonb       not null,
    rules_version  integer     not null default 0,
    state          text        not null check (state in ('waiting', 'approved', 'declined', 'withdrawn')),
    made_at        timestamptz not null,
    decided_by     uuid,
    decided_at     timestamptz,
    reason         text,
    primary key (circle_id, application_id),
    check ((state in ('approved', 'declined')) = (decided_by is not null)),
    check ((state = 'waiting') = (decided_at is null))
);
comment on table members.application is 'dist:circle_id';
create unique index application_one_waiting on members.application (circle_id, account_id) where state = 'waiting';
create index application_waiting on members.application (circle_id, made_at, application_id) where state = 'waiting';
create index application_by_account on members.application (circle_id, account_id, application_id);

create table members.invitation (
    circle_id     uuid        not null,
    invitation_id uuid        not null,
    name          text        not null,
    role          text        not null default 'member' check (role in ('member', 'guest_expert')),
    uses_most     integer     check (uses_most > 0),
    uses          integer     not null default 0,
    expires_at    timestamptz,
    made_by       uuid        not null,
    made_at       timestamptz not null,
    revoked_at    timestamptz,
    primary key (circle_id, invitation_id),
    check (uses_most is null or uses <= uses_most)
);
comment on table members.invitation is 'dist:circle_id';

-- Finds an invitation by the hash of its code, without knowing the circle.
create table members.invitation_claim (
    code_hash     bytea not null primary key,
    circle_id     uuid  not null,
    invitation_id uuid  not null
);
comment on table members.invitation_claim is 'dist:code_hash';
