-- Places that are held for people of elsewhere, from lists that partners bring; whoever proves the address takes theirs.
create schema reservations;

create table reservations.list (
    circle_id uuid not null,
    list_id uuid not null,
    state text not null,
    file_name text not null,
    made_by uuid,
    made_at timestamptz not null,
    finished_at timestamptz,
    total integer not null,
    faulty integer not null,
    done integer not null default 0,
    fresh integer not null default 0,
    changed integer not null default 0,
    unknown text[] not null default '{}',
    primary key (circle_id, list_id)
);
comment on table reservations.list is 'dist:circle_id';
alter table reservations.list add constraint list_state check (state in ('ready', 'running', 'done', 'cancelled'));
alter table reservations.list add constraint list_finished
    check ((state in ('done', 'cancelled')) = (finished_at is not null));
create index list_working on reservations.list (circle_id, list_id) where state = 'running';
create index list_old on reservations.list (made_at);
create index list_of on reservations.list (made_by) where made_by is not null;

-- A line of the file. No address stands in it: mark is a keyed hash of one. place_id is the place's, should it become one.
create table reservations.line (
    circle_id uuid not null,
    list_id uuid not null,
    line integer not null,
    state text not null,
    odd text not null default '',
    detail text not null default '',
    place_id uuid not null,
    mark text,
    name text not null default '',
    tags text[] not null default '{}',
    joined_on date,
    expires_on date,
    note text not null default '',
    primary key (circle_id, list_id, line),
    foreign key (circle_id, list_id) references reservations.list (circle_id, list_id)
);
comment on table reservations.line is 'dist:circle_id';
alter table reservations.line add constraint line_state check (state in ('waiting', 'fresh', 'changed', 'same', 'refused'));
alter table reservations.line add constraint line_mark check ((state = 'refused') = (mark is null));
create index line_waiting on reservations.line (circle_id, list_id, line) where state = 'waiting';
create index line_odd on reservations.line (circle_id, list_id, line) where odd <> '';

create table reservations.place (
    circle_id uuid not null,
    place_id uuid not null,
    mark text not null,
    state text not null default 'open',
    name text not null default '',
    tags text[] not null default '{}',
    joined_on date,
    expires_on date,
    note text not null default '',
    made_at timestamptz not null,
    taken_by uuid,
    taken_at timestamptz,
    primary key (circle_id, place_id)
);
comment on table reservations.place is 'dist:circle_id';
alter table reservations.place add constraint place_state check (state in ('open', 'taken'));
alter table reservations.place add constraint place_taken check ((state = 'taken') = (taken_by is not null));
create unique index place_once on reservations.place (circle_id, mark);
create index place_by_mark on reservations.place (mark) where state = 'open';
create unique index place_of on reservations.place (taken_by, circle_id) where taken_by is not null;

-- What staff know of a member: tags, since when, until when.
create table reservations.notes (
    circle_id uuid not null,
    account_id uuid not null,
    tags text[] not null default '{}',
    joined_on date,
    expires_on date,
    note text not null default '',
    primary key (circle_id, account_id)
);
comment on table reservations.notes is 'dist:circle_id';
create index notes_of on reservations.notes (account_id);
