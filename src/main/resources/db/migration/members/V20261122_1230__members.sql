-- Who belongs to which circle, as what, and where they may speak.
create schema members;

create table members.membership (
    circle_id     uuid        not null,
    account_id    uuid        not null,
    number        bigint      not null,
    role          text        not null check (role in ('owner', 'partner', 'admin', 'guest_expert', 'volunteer', 'member')),
    state         text        not null check (state in ('active', 'left', 'removed', 'expired')),
    alias         text        not null,
    own_alias     boolean     not null default false,
    sort_key      bytea       not null,
    folded        text        not null,
    picture       text,
    own_picture   boolean     not null default false,
    introduction  text        not null default '',
    rules_version integer     not null default 0,
    seen_number   bigint      not null default 0,
    joined_at     timestamptz not null,
    joined_number bigint      not null default 0,
    seen_at       timestamptz not null,
    ended_at      timestamptz,
    ended_by      uuid,
    ended_reason  text,
    primary key (circle_id, account_id),
    unique (circle_id, number),
    check ((state = 'active') = (ended_at is null)),
    check ((state = 'removed') = (ended_by is not null))
);
comment on table members.membership is 'dist:circle_id';
-- One for each form of the member list: by number, by role, last seen, by name. Each form reads one of them in order.
create index membership_by_number on members.membership (circle_id, state, number);
create index membership_by_role on members.membership (circle_id, role, number) where state = 'active' and role <> 'member';
create index membership_by_seen on members.membership (circle_id, seen_at desc, number desc) where state = 'active';
create index membership_by_name on members.membership (circle_id, folded, number) where state = 'active';
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

-- Where a role may speak or not: the circle's default. No row means the product's own default (docs/access.md).
create table members.speaking (
    circle_id uuid    not null,
    role      text    not null check (role in ('guest_expert', 'volunteer', 'member')),
    surface   text    not null,
    allowed   boolean not null,
    primary key (circle_id, role, surface)
);
comment on table members.speaking is 'dist:circle_id';

-- Where one member may not speak, until when and why. Staff screens come with a later room.
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

-- An owner offers the circle to another member, who must accept.
create table members.handover (
    circle_id  uuid        not null primary key,
    from_id    uuid        not null,
    to_id      uuid        not null,
    offered_at timestamptz not null,
    check (from_id <> to_id)
);
comment on table members.handover is 'dist:circle_id';
