-- Files of circles, and pictures of people. The bytes lie in the store, under the file's id.
create schema files;

create table files.file (
    circle_id  uuid        not null,
    file_id    uuid        not null,
    account_id uuid        not null,
    name       text        not null,
    kind       text        not null check (kind in ('picture', 'audio', 'video', 'document', 'other')),
    type       text        not null,
    bytes      bigint      not null,
    width      integer     not null default 0,
    height     integer     not null default 0,
    widths     integer[]   not null default '{}',
    colour     text,
    shown      boolean     not null default false,
    made_at    timestamptz not null,
    primary key (circle_id, file_id)
);
comment on table files.file is 'dist:circle_id';
comment on column files.file.shown is 'whether those who may only see the about page may see it: covers, pictures of the about page and of free previews';
create index file_by_account on files.file (circle_id, account_id, file_id);

create table files.portrait (
    account_id uuid        not null,
    file_id    uuid        not null,
    type       text        not null,
    widths     integer[]   not null,
    made_at    timestamptz not null,
    primary key (account_id, file_id)
);
comment on table files.portrait is 'dist:account_id';
