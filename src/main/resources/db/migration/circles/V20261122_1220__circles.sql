-- Circles: what they are called, who may see them, how one gets in.
create schema circles;

create table circles.circle (
    circle_id       uuid        not null primary key,
    slug            text        not null,
    name            text        not null,
    promise         text        not null default '',
    about           text        not null default '',
    about_html      text        not null default '',
    colour          text        not null default 'jade',
    cover           text,
    language        text        not null check (language in ('en', 'zh-CN')),
    zone            text        not null,
    price           text        not null default 'free' check (price in ('free', 'paid')),
    visibility      text        not null check (visibility in ('listed', 'unlisted', 'hidden')),
    join_mode       text        not null check (join_mode in ('open', 'application', 'invitation', 'password')),
    join_password   text,
    public_reading  boolean     not null default false,
    teasers         boolean     not null default true,
    rules_version   integer     not null default 0,
    listing         text        not null default 'approved' check (listing in ('approved', 'waiting', 'refused')),
    state           text        not null default 'active' check (state in ('active', 'archived', 'deleting')),
    delete_at       timestamptz,
    owner_id        uuid        not null,
    created_at      timestamptz not null,
    version         bigint      not null default 1,
    check (not (visibility = 'hidden' and join_mode = 'open')),
    check (not public_reading or (price = 'free' and visibility = 'listed')),
    check ((state = 'deleting') = (delete_at is not null)),
    check ((join_mode = 'password') = (join_password is not null))
);
comment on table circles.circle is 'dist:circle_id';
create index circle_listed on circles.circle (circle_id)
 where visibility = 'listed' and state = 'active' and listing = 'approved';
create index circle_delete_at on circles.circle (delete_at) where delete_at is not null;

-- Every address a circle has or had; an old one leads to the present one and is never given to another circle.
create table circles.slug_claim (
    slug       text        not null primary key,
    circle_id  uuid        not null,
    claimed_at timestamptz not null
);
comment on table circles.slug_claim is 'dist:slug';

-- The rules of the circle (圈规), every version of them.
create table circles.rules (
    circle_id uuid        not null,
    version   integer     not null,
    body      text        not null,
    html      text        not null,
    made_by   uuid        not null,
    made_at   timestamptz not null,
    primary key (circle_id, version)
);
comment on table circles.rules is 'dist:circle_id';

-- What applicants are asked.
create table circles.question (
    circle_id uuid     not null,
    position  integer  not null check (position between 1 and 5),
    body      text     not null,
    primary key (circle_id, position)
);
comment on table circles.question is 'dist:circle_id';

-- What moves in a circle: the number given last, and when something happened. Counters that pages show.
-- quiet holds pairs (from, to) of numbers that were given to imported posts, which nobody has to read.
create table circles.pulse (
    circle_id    uuid        not null primary key,
    last_number  bigint      not null default 0,
    quiet        bigint[]    not null default '{}',
    member_count bigint      not null default 0,
    post_count   bigint      not null default 0,
    active_at    timestamptz not null
);
comment on table circles.pulse is 'dist:circle_id';
