-- Paths: what a member with ten, thirty or sixty minutes reads of a circle, and the posts that are looked at for it.
create schema paths;

-- The row is locked by whoever lays or changes the path, so that it stays one.
create table paths.path (
    circle_id  uuid        not null,
    account_id uuid        not null,
    minutes    integer     not null check (minutes in (10, 30, 60)),
    made_at    timestamptz not null,
    primary key (circle_id, account_id)
);
comment on table paths.path is 'dist:circle_id';

-- The reasons are said in words when the path is shown.
create table paths.stop (
    circle_id  uuid        not null,
    account_id uuid        not null,
    post_id    uuid        not null,
    position   integer     not null,
    minutes    integer     not null,
    reasons    text[]      not null,
    series     bigint,
    place      integer,
    done_at    timestamptz,
    primary key (circle_id, account_id, post_id),
    check ((series is null) = (place is null))
);
comment on table paths.stop is 'dist:circle_id';

-- What a member read on an earlier path, or swapped for another: it does not come again.
create table paths.passed (
    circle_id  uuid        not null,
    account_id uuid        not null,
    post_id    uuid        not null,
    passed_at  timestamptz not null,
    primary key (circle_id, account_id, post_id)
);
comment on table paths.passed is 'dist:circle_id';

-- The posts of a circle that moved people more than those around them, so that a path needs not look at all there are.
create table paths.pool (
    circle_id uuid not null,
    post_id   uuid not null,
    echo      real not null,
    primary key (circle_id, post_id)
);
comment on table paths.pool is 'dist:circle_id';
create index pool_by_echo on paths.pool (circle_id, echo desc);

-- How far the pool of a circle is filled, and when it is filled again; a circle whose members lay no paths is left alone.
create table paths.walk (
    circle_id   uuid        not null primary key,
    next_number bigint      not null default 0,
    due_at      timestamptz,
    asked_at    timestamptz not null
);
comment on table paths.walk is 'dist:circle_id';
create index walk_due on paths.walk (due_at) where due_at is not null;
