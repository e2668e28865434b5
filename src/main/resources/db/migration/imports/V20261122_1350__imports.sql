-- Archives of Markdown that come into a circle: each run, its articles, and what was odd about them.
create schema imports;

create table imports.run (
    circle_id   uuid        not null,
    run_id      uuid        not null,
    state       text        not null check (state in ('ready', 'running', 'done', 'cancelled')),
    file_name   text        not null,
    made_by     uuid        not null,
    made_at     timestamptz not null,
    total       integer     not null,
    done        integer     not null default 0,
    same        integer     not null default 0,
    finished_at timestamptz,
    lease_until timestamptz,
    primary key (circle_id, run_id),
    check ((state in ('done', 'cancelled')) = (finished_at is not null))
);
comment on table imports.run is 'dist:circle_id';
create index run_working on imports.run (circle_id, run_id) where state = 'running';

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

create table imports.oddity (
    circle_id uuid not null,
    run_id    uuid not null,
    oddity_id uuid not null,
    path      text not null,
    code      text not null,
    detail    text not null default '',
    primary key (circle_id, run_id, oddity_id),
    foreign key (circle_id, run_id) references imports.run (circle_id, run_id)
);
comment on table imports.oddity is 'dist:circle_id';
