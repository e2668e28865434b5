-- Circles that come in from an archive: how far each is, and the places that its members may take again.
create schema arrivals;

create table arrivals.arrival (
    circle_id uuid not null,
    state text not null,
    made_by uuid,
    made_at timestamptz not null,
    file_name text not null,
    slug text not null,
    listing text not null default 'approved',
    origin uuid not null,
    manifest text not null,
    own bigint not null default 0,
    key_check text,
    blinded_key bytea,
    crate integer not null default 0,
    part integer not null default 0,
    in_crate bigint not null default 0,
    total bigint not null,
    done bigint not null default 0,
    strange bigint not null default 0,
    unknown text[] not null default '{}',
    problem text,
    lease_until timestamptz,
    finished_at timestamptz,
    primary key (circle_id)
);
comment on table arrivals.arrival is 'dist:circle_id';
alter table arrivals.arrival add constraint arrival_state
    check (state in ('ready', 'running', 'done', 'clearing', 'failed', 'cancelled'));
alter table arrivals.arrival add constraint arrival_by check (state not in ('ready', 'running') or made_by is not null);
alter table arrivals.arrival add constraint arrival_finished
    check ((state in ('ready', 'running')) = (finished_at is null));
create index arrival_working on arrivals.arrival (circle_id) where state in ('running', 'clearing');
create index arrival_waiting on arrivals.arrival (made_at) where state = 'ready';
create index arrival_of on arrivals.arrival (made_by, circle_id);
create index arrival_with_key on arrivals.arrival (circle_id) where state = 'done' and blinded_key is not null;

create table arrivals.place (
    circle_id uuid not null,
    number bigint not null,
    mark text not null,
    state text not null default 'open',
    role text,
    taken_by uuid,
    taken_at timestamptz,
    crate integer not null default 0,
    primary key (circle_id, number)
);
comment on table arrivals.place is 'dist:circle_id';
alter table arrivals.place add constraint place_state check (state in ('open', 'taken', 'moved'));
alter table arrivals.place add constraint place_taken check (state <> 'taken' or taken_by is not null);
create index place_by_mark on arrivals.place (circle_id, mark) where state = 'open';
create index place_of on arrivals.place (taken_by) where taken_by is not null;
create index place_moving on arrivals.place (circle_id, number) where state = 'taken';
create unique index place_once on arrivals.place (circle_id, taken_by) where taken_by is not null;
