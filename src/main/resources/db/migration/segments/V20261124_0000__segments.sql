-- Groups of members by rule. What rules may ask of a member is kept in one row, so that a count reads one table and adds nothing up.
create schema segments;

-- source is none where somebody has no pass. written and reads are of the last thirty days, reads and read_at null of who keeps
-- their reading to themselves. seen_bits: the day seen_day and the 27 before it, on which the member was here.
create table segments.fact (
    circle_id  uuid        not null,
    account_id uuid        not null,
    role       text        not null check (role in ('owner', 'partner', 'admin', 'guest_expert', 'volunteer', 'member')),
    joined_at  timestamptz not null,
    seen_at    timestamptz not null,
    seen_day   date        not null,
    seen_bits  integer     not null default 1 check (seen_bits >= 0 and seen_bits < 268435456),
    plan_id    uuid,
    source     text        not null default 'none'
                           check (source in ('none', 'paid', 'trial', 'gift', 'comp', 'kept', 'promised', 'over')),
    ends_at    timestamptz,
    posts      integer     not null default 0 check (posts >= 0),
    written    integer     not null default 0 check (written >= 0),
    wrote_at   timestamptz,
    reads      integer     check (reads >= 0),
    read_at    timestamptz,
    primary key (circle_id, account_id)
) with (fillfactor = 85);
comment on table segments.fact is 'dist:circle_id';

-- conditions: {"version":1,"conditions":[{"fact":…,"not":…,"value":…}]}. tag_id is given to who belongs to it, and taken from who
-- does no more where takes says so.
create table segments.segment (
    circle_id   uuid        not null,
    segment_id  uuid        not null,
    name        text        not null check (length(name) between 1 and 60),
    folded      text        not null,
    joined      text        not null check (joined in ('all', 'any', 'none')),
    conditions  text        not null check (length(conditions) <= 10000),
    tag_id      uuid,
    takes       boolean     not null default false,
    changed_by  uuid,
    changed_at  timestamptz not null,
    primary key (circle_id, segment_id),
    check (tag_id is not null or not takes)
);
comment on table segments.segment is 'dist:circle_id';
create unique index segment_name on segments.segment (circle_id, folded);
-- Two rules for one tag would give it and take it by turns.
create unique index segment_tag on segments.segment (circle_id, tag_id) where tag_id is not null;

-- How many belonged to a segment, a row a day; the newest is what lists show.
create table segments.tally (
    circle_id  uuid        not null,
    segment_id uuid        not null,
    day        date        not null,
    members    bigint      not null check (members >= 0),
    counted_at timestamptz not null,
    primary key (circle_id, segment_id, day)
);
comment on table segments.tally is 'dist:circle_id';

-- Where the work on a circle's facts and counts stands. swept_on: the day on which all facts were looked at last.
create table segments.turn (
    circle_id    uuid        not null primary key,
    stage        text        not null default 'sweep' check (stage in ('sweep', 'seen', 'count', 'tag')),
    after_id     uuid        not null default '00000000-0000-0000-0000-000000000000',
    swept_on     date,
    seen_upto    timestamptz not null,
    seen_number  bigint      not null default 0,
    found        bigint      not null default 0,
    rest_minutes integer     not null default 10 check (rest_minutes between 1 and 1440),
    next_at      timestamptz not null
);
comment on table segments.turn is 'dist:circle_id';
create index turn_due on segments.turn (next_at);
