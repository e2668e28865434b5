-- Archives of Markdown that come into a circle: each run, its articles, and the pictures at other hosts.
create schema imports;

create table imports.run (
    circle_id   uuid        not null,
    run_id      uuid        not null,
    state       text        not null check (state in ('ready', 'running', 'fetching', 'done', 'cancelled')),
    file_name   text        not null,
    made_by     uuid        not null,
    made_at     timestamptz not null,
    fetches     boolean     not null default false,
    total       integer     not null,
    done        integer     not null default 0,
    same        integer     not null default 0,
    first_number bigint,
    finished_at timestamptz,
    lease_until timestamptz,
    primary key (circle_id, run_id)
);
comment on table imports.run is 'dist:circle_id';
create index run_working on imports.run (circle_id, run_id) where state in ('running', 'fetching');

-- One Markdown file of the archive. position is its place by date, and so its place among the new numbers.
create table imports.article (
    circle_id    uuid        not null,
    run_id       uuid        not null,
    position     integer     not null,
    path         text        not null,
    title        text        not null,
    published_at timestamptz not null,
    author       text        not null default '',
    tags         text[]      not null default '{}',
    state        text        not null check (state in ('waiting', 'kept', 'same', 'refused')),
    number       bigint,
    primary key (circle_id, run_id, position),
    foreign key (circle_id, run_id) references imports.run (circle_id, run_id)
);
comment on table imports.article is 'dist:circle_id';
create index article_waiting on imports.article (circle_id, run_id, position) where state = 'waiting';
create unique index article_path on imports.article (circle_id, run_id, path);

-- What the person who imports should know.
create table imports.oddity (
    circle_id uuid    not null,
    run_id    uuid    not null,
    oddity_id uuid    not null,
    path      text    not null,
    code      text    not null,
    detail    text    not null default '',
    primary key (circle_id, run_id, oddity_id),
    foreign key (circle_id, run_id) references imports.run (circle_id, run_id)
);
comment on table imports.oddity is 'dist:circle_id';

-- A picture at another host, wherever the circle's imported posts show it; fetched at most once.
create table imports.away (
    circle_id uuid        not null,
    url_hash  bytea       not null,
    url       text        not null,
    host      text        not null,
    state     text        not null check (state in ('waiting', 'had', 'failed')),
    address   text,
    reason    text,
    run_id    uuid        not null,
    tried_at  timestamptz,
    primary key (circle_id, url_hash),
    check ((state = 'had') = (address is not null))
);
comment on table imports.away is 'dist:circle_id';
create index away_waiting on imports.away (circle_id, run_id, url_hash) where state = 'waiting';

create table imports.away_use (
    circle_id uuid   not null,
    url_hash  bytea  not null,
    number    bigint not null,
    primary key (circle_id, url_hash, number)
);
comment on table imports.away_use is 'dist:circle_id';
create index away_use_by_post on imports.away_use (circle_id, number);
