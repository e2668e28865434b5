-- What people are told, what they wish to be told, and what they follow.
create schema notify;

-- One row is one line in somebody's list. Reactions to one thing gather in one row until its reader has seen it.
create table notify.notice (
    account_id    uuid        not null,
    notice_id     uuid        not null,
    circle_id     uuid        not null,
    kind          text        not null check (kind in ('comment', 'reply', 'mention', 'reaction', 'application', 'approved',
                                                       'declined', 'role', 'handover', 'post', 'followed_post', 'followed_comment')),
    about         text        not null,
    number        bigint,
    comment_id    uuid,
    actor_id      uuid,
    actor_name    text        not null default '',
    actor_picture text,
    actors        integer     not null default 1 check (actors > 0),
    title         text        not null default '',
    excerpt       text        not null default '',
    detail        text        not null default '',
    told_at       timestamptz not null,
    seen_at       timestamptz,
    read_at       timestamptz,
    primary key (account_id, notice_id),
    check (read_at is null or seen_at is not null)
);
comment on table notify.notice is 'dist:account_id';
create index notice_list on notify.notice (account_id, told_at desc, notice_id desc);
create index notice_list_of_circle on notify.notice (account_id, circle_id, told_at desc, notice_id desc);
create index notice_unseen on notify.notice (account_id, told_at) where seen_at is null;
create unique index notice_once on notify.notice (account_id, circle_id, about) where kind <> 'reaction';
create unique index notice_gathers on notify.notice (account_id, circle_id, about) where kind = 'reaction' and seen_at is null;
create index notice_told_at on notify.notice (told_at);

-- Who is counted in a gathered notice: the insert decides, so nobody counts twice.
create table notify.actor (
    account_id uuid not null,
    notice_id  uuid not null,
    actor_id   uuid not null,
    primary key (account_id, notice_id, actor_id),
    foreign key (account_id, notice_id) references notify.notice (account_id, notice_id) on delete cascade
);
comment on table notify.actor is 'dist:account_id';

-- The bell: how many notices somebody has not seen, and up to when broadcasts were fetched for them.
create table notify.bell (
    account_id uuid        not null primary key,
    unseen     integer     not null default 0 check (unseen >= 0),
    fetched_at timestamptz
);
comment on table notify.bell is 'dist:account_id';

-- What somebody switched off in a circle; no row means on.
create table notify.muted (
    account_id uuid not null,
    circle_id  uuid not null,
    topic      text not null check (topic in ('replies', 'mentions', 'reactions', 'posts', 'followed', 'applications')),
    primary key (account_id, circle_id, topic)
);
comment on table notify.muted is 'dist:account_id';

-- What somebody follows: 'post:128', or 'author:' and an account's id.
create table notify.follow (
    account_id  uuid        not null,
    circle_id   uuid        not null,
    target      text        not null,
    followed_at timestamptz not null,
    primary key (account_id, circle_id, target)
);
comment on table notify.follow is 'dist:account_id';
create index follow_newest on notify.follow (account_id, followed_at desc, circle_id, target);

-- How many follow a thing in a circle: nothing is broadcast to nobody.
create table notify.followed (
    circle_id uuid   not null,
    target    text   not null,
    followers bigint not null default 0 check (followers >= 0),
    primary key (circle_id, target)
);
comment on table notify.followed is 'dist:circle_id';

-- News for many, one row however many they are: members fetch it when they come (docs/decisions/0030).
-- The audience is 'all', or the target that people follow.
create table notify.broadcast (
    circle_id     uuid        not null,
    audience      text        not null,
    about         text        not null,
    kind          text        not null check (kind in ('post', 'followed_post', 'followed_comment')),
    number        bigint      not null,
    comment_id    uuid,
    actor_id      uuid        not null,
    actor_name    text        not null,
    actor_picture text,
    title         text        not null default '',
    excerpt       text        not null default '',
    made_at       timestamptz not null,
    primary key (circle_id, audience, about)
);
comment on table notify.broadcast is 'dist:circle_id';
create index broadcast_newest on notify.broadcast (circle_id, audience, made_at desc);
create index broadcast_made_at on notify.broadcast (made_at);
