-- Ways of paying that somebody set up: the operator for the whole site (circle_id is all zeros), or a circle for itself.
create schema ways;

-- sealed: secrets by name, encrypted; nobody is ever shown one again. sealed_at: when each of them was set.
create table ways.way (
    circle_id uuid not null,
    way_id uuid not null,
    kind text not null,
    name text not null,
    is_on boolean not null,
    currencies text[] not null,
    settings text not null,
    sealed bytea,
    sealed_at timestamptz,
    made_at timestamptz not null,
    made_by uuid not null,
    removed_at timestamptz,
    primary key (circle_id, way_id)
);
comment on table ways.way is 'dist:circle_id';
alter table ways.way add check (name <> '');
alter table ways.way add check ((sealed is null) = (sealed_at is null));
alter table ways.way add check (removed_at is null or not is_on);

-- Whose way it is: a gateway's notification names the way alone.
create table ways.claim (
    way_id uuid not null,
    circle_id uuid not null,
    primary key (way_id)
);
comment on table ways.claim is 'dist:way_id';
create index claim_of_circle on ways.claim (circle_id);

-- A picture that belongs to a way, such as a code to scan; small, and made anew from what was uploaded.
create table ways.picture (
    circle_id uuid not null,
    way_id uuid not null,
    type text not null,
    bytes bytea not null,
    made_at timestamptz not null,
    primary key (circle_id, way_id)
);
comment on table ways.picture is 'dist:circle_id';
alter table ways.picture add check (octet_length(bytes) <= 600000);

-- How the operator set the selling: one row.
create table ways.selling (
    one boolean not null default true,
    wechat_ios boolean not null,
    practice boolean not null,
    primary key (one)
);
comment on table ways.selling is 'dist:reference';
alter table ways.selling add check (one);
