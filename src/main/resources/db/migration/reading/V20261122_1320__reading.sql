-- What a member has read in a circle: posts opened above the mark, where they stopped in the feed and in long posts.
create schema reading;

-- Only numbers above the member's mark (members.membership.seen_number); when the mark moves, those below it go.
create table reading.opened (
    circle_id  uuid   not null,
    account_id uuid   not null,
    number     bigint not null,
    primary key (circle_id, account_id, number)
);
comment on table reading.opened is 'dist:circle_id';

-- The top of the feed as the member saw it in this visit (latest) and in the one before (stop).
create table reading.place (
    circle_id     uuid        not null,
    account_id    uuid        not null,
    latest_at     timestamptz not null,
    latest_number bigint      not null,
    stop_at       timestamptz not null,
    stop_number   bigint      not null,
    touched_at    timestamptz not null,
    primary key (circle_id, account_id)
);
comment on table reading.place is 'dist:circle_id';

-- How far a member came in a post they have not finished, in thousandths.
create table reading.position (
    circle_id  uuid        not null,
    account_id uuid        not null,
    number     bigint      not null,
    part       integer     not null check (part between 1 and 1000),
    moved_at   timestamptz not null,
    primary key (circle_id, account_id, number)
);
comment on table reading.position is 'dist:circle_id';
