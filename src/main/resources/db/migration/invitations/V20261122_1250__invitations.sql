-- Links that let people into a circle, whatever its join mode.
create schema invitations;

create table invitations.invitation (
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
comment on table invitations.invitation is 'dist:circle_id';
create index invitation_by_maker on invitations.invitation (circle_id, made_by, invitation_id);

-- Finds an invitation by the hash of its code, without knowing the circle.
create table invitations.invitation_claim (
    code_hash     bytea not null primary key,
    circle_id     uuid  not null,
    invitation_id uuid  not null
);
comment on table invitations.invitation_claim is 'dist:code_hash';
