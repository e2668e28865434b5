-- Pictures that posts name at other hosts: each address once in a circle, what came of fetching it, and the posts that show it.
create schema away;

create table away.picture (
    circle_id   uuid        not null,
    picture_id  uuid        not null,
    address     text        not null,
    host        text        not null,
    state       text        not null check (state in ('known', 'waiting', 'fetched', 'failed')),
    reason      text        check (reason in ('bad_address', 'not_public', 'unknown_host', 'unreachable', 'insecure', 'too_slow',
                                              'too_large', 'not_there', 'refused', 'trouble', 'too_many_turns', 'wrong_type',
                                              'unusable', 'offline')),
    tries       integer     not null default 0,
    asked_by    uuid,
    noted_at    timestamptz not null,
    tried_at    timestamptz,
    lease_until timestamptz,
    primary key (circle_id, picture_id),
    check ((state = 'failed') = (reason is not null)),
    check (state <> 'waiting' or asked_by is not null),
    check (state <> 'fetched' or tried_at is not null)
);
comment on table away.picture is 'dist:circle_id';
comment on column away.picture.picture_id is 'made of the address: the same as copy_id of files.copy once it is fetched';
create index picture_waiting on away.picture (host, picture_id) where state = 'waiting';
create index picture_by_host on away.picture (circle_id, host, state);

-- Which post shows which picture. due: the picture came, and the post has not been made anew with it.
create table away.use (
    circle_id  uuid    not null,
    number     bigint  not null,
    picture_id uuid    not null,
    due        boolean not null default false,
    primary key (circle_id, number, picture_id),
    foreign key (circle_id, picture_id) references away.picture (circle_id, picture_id)
);
comment on table away.use is 'dist:circle_id';
create index use_by_picture on away.use (circle_id, picture_id, number);
create index use_due on away.use (circle_id, number) where due;
